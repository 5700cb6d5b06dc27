import { darkShades, lightShades } from "#app/ui/brand.ts";
import type { MailContent } from "./render.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const html = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
/** Line breaks that somebody typed stay. */
const typed = (text: string): string => html(text).replace(/\r?\n/g, "<br>");

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = "#1c1a17";
const quiet = "#5c574f";
const line = "#e4dfd6";

/** In the dark a mail program that honours the wish gets these; others keep the light ones. */
const darkStyles = (accent: string): string => {
  const shades = darkShades(accent);
  return `@media (prefers-color-scheme:dark){body,.page{background:#171512!important}.sheet{background:#201d19!important;border-color:#3a352e!important}.ink{color:#f2eee7!important}.quiet{color:#b8b0a4!important}.rule{border-color:#3a352e!important}.brand{color:${shades.colour}!important}.button{background:${shades.colour}!important;color:${shades.ink}!important}.code{background:#2a2621!important;color:#f2eee7!important}a{color:${shades.colour}}}`;
};

const factRow = ({ name, label, value }: MailContent["facts"][number]): string =>
  name === "code"
    ? `<tr><td colspan="2" style="padding:8px 0 4px"><div class="quiet" style="${font};font-size:14px;color:${quiet}">${html(label)}</div><div class="code" style="display:inline-block;margin-top:4px;padding:12px 20px;border-radius:8px;background:#f5f2ec;color:${ink};font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;letter-spacing:6px">${html(value)}</div></td></tr>`
    : `<tr><th class="quiet rule" scope="row" align="left" valign="top" style="${font};font-size:14px;font-weight:400;color:${quiet};padding:8px 16px 8px 0;border-top:1px solid ${line};width:34%">${html(label)}</th><td class="ink rule" valign="top" style="${font};font-size:16px;color:${ink};padding:8px 0;border-top:1px solid ${line}">${typed(value)}</td></tr>`;

const paragraph = (text: string, size = 16, colour = ink, name = "ink"): string =>
  `<p class="${name}" style="${font};font-size:${size}px;line-height:1.5;color:${colour};margin:0 0 16px">${typed(text)}</p>`;

/** The HTML part: one column, tables for the mail programs that know nothing else, colours of the company. */
export function htmlOf(content: MailContent): string {
  const { brand, action } = content;
  const shades = lightShades(brand.accent);
  const button = action
    ? `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px"><tr><td><a class="button" href="${html(action.href)}" style="${font};display:inline-block;background:${shades.colour};color:${shades.ink};font-size:17px;font-weight:600;text-decoration:none;padding:14px 24px;border-radius:8px">${html(action.label)}</a></td></tr></table>`
    : "";
  const help = action
    ? `<p class="quiet" style="${font};font-size:13px;line-height:1.5;color:${quiet};margin:0 0 16px">${html(content.linkHelp)}<br><a href="${html(action.href)}" style="color:${shades.colour};word-break:break-all">${html(action.href)}</a></p>`
    : "";
  return `<!doctype html>
<html lang="${content.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${html(content.subject)}</title>
<style>${darkStyles(brand.accent)}</style>
</head>
<body style="margin:0;padding:0;background:#f5f2ec">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f2ec"><tr><td align="center" style="padding:24px 12px">
<table class="sheet" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border:1px solid ${line};border-radius:12px"><tr><td style="padding:28px 24px">
<p class="brand" style="${font};font-size:18px;font-weight:700;color:${shades.colour};margin:0 0 20px">${html(brand.name)}</p>
<h1 class="ink" style="${font};font-size:22px;line-height:1.3;color:${ink};margin:0 0 16px">${html(content.subject)}</h1>
${paragraph(`${content.hello}`)}
${paragraph(content.words)}
${content.portrait ? `<p style="margin:0 0 16px"><img src="${html(content.portrait.src)}" alt="${html(content.portrait.name)}" width="96" height="96" style="border-radius:48px;display:block;object-fit:cover"></p>` : ""}
${content.facts.length ? `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 20px">${content.facts.map(factRow).join("")}</table>` : ""}
<h2 class="ink" style="${font};font-size:16px;color:${ink};margin:0 0 6px">${html(content.nextTitle)}</h2>
${paragraph(content.next)}
${button}
${help}
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="padding:20px 24px">
${content.foot.map((text) => paragraph(text, 13, quiet, "quiet")).join("\n")}
<p class="quiet" style="${font};font-size:13px;line-height:1.5;color:${quiet};margin:0">${typed([brand.name, brand.address].filter(Boolean).join(", "))}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

/** The plain part says the same, for readers and programs that want no HTML. */
export function textOf(content: MailContent): string {
  const colon = content.locale === "fr" ? "\u00a0: " : ": ";
  const facts = content.facts.map(({ label, value }) => `${label}${colon}${value.replace(/\r?\n/g, "\n  ")}`).join("\n");
  const action = content.action && `${content.action.label}${colon.trimEnd()}\n${content.action.href}`;
  const sender = [content.brand.name, content.brand.address].filter(Boolean).join(", ");
  return `${[content.hello, content.words, facts, `${content.nextTitle}\n${content.next}`, action, `--\n${[...content.foot, sender].join("\n")}`].filter(Boolean).join("\n\n")}\n`;
}
