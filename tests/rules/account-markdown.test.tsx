import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "#app/routes/shared/markdown.tsx";

const shown = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

test("staff's headings, lists, links, bold words and lines become what they look like", () => {
  expect(shown("## Firma\n\nWerke AG\nWeg 1\n\n- eins\n- zwei **fett**\n\n1. a\n2. b\n\n### Mehr\n[Mail](mailto:a@b.ch)")).toBe(
    '<h2>Firma</h2><p>Werke AG<br/>Weg 1</p><ul><li>eins</li><li>zwei <strong>fett</strong></li></ul><ol><li>a</li><li>b</li></ol><h3>Mehr</h3><p><a href="mailto:a@b.ch">Mail</a></p>',
  );
});

test("nothing in them can run: HTML stays text, and links lead only where links may", () => {
  expect(shown('<script>alert(1)</script> <img src=x onerror="x">')).not.toMatch(/<script|<img/);
  for (const href of ["javascript:alert%281%29", "data:text/html,x", "//evil.example", "http://plain.example", "/\\evil.example", "JaVaScRiPt:x"]) expect(shown(`[x](${href})`)).toBe("<p>x</p>");
  expect(shown("[x](https://a.example/y)")).toContain('href="https://a.example/y"');
});
