import * as icons from "#app/ui/icons.ts";

type Node = [tag: string, attributes: Record<string, string>];

const star = "M12 2.6l2.9 5.9 6.5.95-4.7 4.58 1.1 6.47L12 17.44 6.2 20.5l1.1-6.47L2.6 9.45l6.5-.95z";

/** The sheet of all icons that the screens use, as SVG symbols under their names, and the row of five stars. */
export async function iconSheet(): Promise<string> {
  const names = [...new Set<string>(Object.values(icons))].sort();
  const symbols = await Promise.all(names.map(async (name) => `<symbol id="${name}" viewBox="0 0 24 24">${(await drawingOf(name)).map(element).join("")}</symbol>`));
  const stars = [0, 24, 48, 72, 96].map((x) => `<path d="${star}" transform="translate(${x} 0)"/>`).join("");
  return [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    "<!-- Lucide, ISC licence, parts from Feather, MIT licence; see icons.licence.txt beside this file -->",
    ...symbols,
    `<symbol id="five-stars" viewBox="0 0 120 24">${stars}</symbol>`,
    "</svg>\n",
  ].join("\n");
}

async function drawingOf(name: string): Promise<Node[]> {
  const { __iconData } = (await import(`lucide-react/dist/esm/icons/${name}.mjs`)) as { __iconData: { node: Node[] } };
  return __iconData.node;
}

const element = ([tag, { key: _key, ...attributes }]: Node): string => `<${tag} ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(" ")}/>`;
