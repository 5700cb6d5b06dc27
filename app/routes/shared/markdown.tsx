import { Fragment, type ReactNode } from "react";

type Block = { kind: "heading"; level: 2 | 3; text: string } | { kind: "list"; ordered: boolean; items: string[] } | { kind: "paragraph"; lines: string[] };

const item = /^\s*(?:([-*])|\d{1,3}[.)])\s+(.*)$/;

/** Headings (## and ###), lists, paragraphs: what a page of staff's needs, and nothing that could run. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    let open: Block | undefined;
    const begin = (block: Block) => {
      open = block;
      blocks.push(block);
    };
    for (const line of part.split("\n").filter((one) => one.trim() !== "")) {
      const heading = /^(#{1,4})\s+(.*)$/.exec(line);
      const listed = item.exec(line);
      if (heading) begin({ kind: "heading", level: (heading[1] ?? "").length > 2 ? 3 : 2, text: heading[2] ?? "" });
      else if (listed) {
        const ordered = listed[1] === undefined;
        if (open?.kind === "list" && open.ordered === ordered) open.items.push(listed[2] ?? "");
        else begin({ kind: "list", ordered, items: [listed[2] ?? ""] });
      } else if (open?.kind === "paragraph") open.lines.push(line.trim());
      else if (open?.kind === "list") open.items[open.items.length - 1] += ` ${line.trim()}`;
      else begin({ kind: "paragraph", lines: [line.trim()] });
    }
  }
  return blocks;
}

/** Only addresses that cannot run anything: https, mail, telephone, and paths of this site. */
export const safeHref = (href: string): string | null => (/^(https:\/\/|mailto:|tel:|\/(?![/\\])|#)[^\s"'<>\\]*$/.test(href) ? href : null);

function inline(text: string): ReactNode[] {
  return text.split(/(\[[^\]]+\]\([^)\s]+\)|\*\*[^*]+\*\*)/).map((piece, index) => {
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
    if (link) {
      const href = safeHref(link[2] ?? "");
      return href ? <a key={index} href={href} rel={href.startsWith("https:") ? "noopener" : undefined}>{link[1]}</a> : <Fragment key={index}>{link[1]}</Fragment>;
    }
    const strong = /^\*\*([^*]+)\*\*$/.exec(piece);
    return strong ? <strong key={index}>{strong[1]}</strong> : <Fragment key={index}>{piece}</Fragment>;
  });
}

function Shown({ block }: { block: Block }) {
  if (block.kind === "heading") return block.level === 2 ? <h2>{inline(block.text)}</h2> : <h3>{inline(block.text)}</h3>;
  if (block.kind === "paragraph") return <p>{block.lines.map((line, index) => <Fragment key={index}>{index > 0 ? <br /> : null}{inline(line)}</Fragment>)}</p>;
  const items = block.items.map((one, index) => <li key={index}>{inline(one)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** Staff's words as React elements; HTML in them stays text. */
export function Markdown({ text }: { text: string }) {
  return <>{blocksOf(text).map((block, index) => <Shown key={index} block={block} />)}</>;
}
