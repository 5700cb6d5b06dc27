import type { Locale } from "#app/domain/kernel/words.ts";
import type { OnboardingView, PlayChoice, SessionView } from "../standInCheckout.server.ts";
import { playTexts } from "./texts.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const html = (value: string) => value.replace(/[&<>"']/g, (one) => entities[one] ?? one);

const francs = (minor: number, locale: Locale) =>
  new Intl.NumberFormat(`${locale}-CH`, { style: "currency", currency: "CHF" }).format(minor / 100);

type Page = { locale: Locale; title: string; body: string };

const page = ({ locale, title, body }: Page) => {
  const words = playTexts[locale];
  return `<!doctype html>
<html lang="${locale}-CH">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(`${title} – ${words.mark}`)}</title>
<link rel="stylesheet" href="/play-money/style.css">
</head>
<body>
<header><p class="mark"><strong>${html(words.mark)}</strong> <span>${html(words.markLong)}</span></p></header>
<main>
<h1>${html(title)}</h1>
${body}
</main>
</body>
</html>
`;
};

const link = (href: string, label: string, look: "button" | "quiet" = "button") => `<p class="onward"><a class="${look}" href="${html(href)}">${html(label)}</a></p>`;

function facts(view: SessionView): string {
  const words = playTexts[view.locale];
  const rows = [
    [words.total, francs(view.amountMinor, view.locale), "total"],
    ...(view.reference ? [[words.reference, view.reference, ""]] : []),
    ...(view.email ? [[words.receipt, view.email, ""]] : []),
  ];
  const list = rows.map(([name, value, look]) => `<div${look ? ` class="${look}"` : ""}><dt>${html(name ?? "")}</dt><dd>${html(value ?? "")}</dd></div>`);
  return `<p class="what">${html(view.title)}</p>\n<dl>${list.join("")}</dl>`;
}

const choice = (value: PlayChoice, label: string, hint: string, main: boolean) =>
  `<li><button name="method" value="${value}"${main ? ' class="main"' : ""}><span>${html(label)}</span> <small>${html(hint)}</small></button></li>`;

/** The hosted page of a session in any of its states. */
export function checkoutPage(view: SessionView): string {
  const words = playTexts[view.locale];
  if (view.status === "complete") return page({ locale: view.locale, title: words.done, body: `<p>${html(words.doneText)}</p>\n${facts(view)}\n${link(view.backUrl, words.onward)}` });
  if (view.status === "expired") return page({ locale: view.locale, title: words.expired, body: `<p>${html(words.expiredText)}</p>\n${link(view.backUrl, words.onward)}` });
  const problem = view.problem === "declined" ? words.declined : view.problem === "not_confirmed" ? words.notConfirmed : null;
  const choices = [
    ...(view.methods.includes("card") ? [choice("card", view.reserveCard ? words.cardHold : words.card, words.cardHint, true)] : []),
    ...(view.methods.includes("twint") ? [choice("twint", words.twint, words.twintHint, false)] : []),
    ...(view.methods.includes("card") ? [choice("card_3ds", words.bank, words.bankHint, false), choice("card_declined", words.refusedCard, words.refusedHint, false)] : []),
  ];
  const action = `/play-money/checkout/${encodeURIComponent(view.sessionId)}`;
  const body = `${problem ? `<p class="problem" role="alert">${html(problem)}</p>\n` : ""}${facts(view)}
<form method="post" action="${action}">
<h2 id="how">${html(words.choose)}</h2>
<p>${html(view.reserveCard ? words.reserveNote : words.debitNote)}</p>
<ul aria-labelledby="how">${choices.join("")}</ul>
<p><button name="method" value="abandon" class="quiet">${html(words.back)}</button></p>
</form>`;
  return page({ locale: view.locale, title: words.pay, body });
}

/** The bank's question. */
export function confirmPage(view: SessionView): string {
  const words = playTexts[view.locale];
  const body = `<p>${html(words.bankText)}</p>
${facts(view)}
<form method="post" action="/play-money/checkout/${encodeURIComponent(view.sessionId)}/3ds">
<ul><li><button name="answer" value="yes" class="main">${html(words.confirm)}</button></li><li><button name="answer" value="no">${html(words.refuse)}</button></li></ul>
</form>`;
  return page({ locale: view.locale, title: words.bankTitle, body });
}

/** The hosted form for payouts. */
export function onboardingPage(view: OnboardingView, locale: Locale): string {
  const words = playTexts[locale];
  const owner = view.name ? `<p class="what">${html(`${words.account} ${view.name}`)}</p>\n` : "";
  const body = view.active
    ? `${owner}<p>${html(words.payoutDone)}</p>\n${link(view.returnUrl, words.onward)}`
    : `${owner}<p>${html(words.payoutText)}</p>
<form method="post" action="/play-money/onboarding/${encodeURIComponent(view.accountId)}">
<ul><li><button class="main">${html(words.payoutDo)}</button></li></ul>
</form>
${link(view.returnUrl, words.later, "quiet")}`;
  return page({ locale, title: words.payoutTitle, body });
}

export function unknownPage(locale: Locale): string {
  const words = playTexts[locale];
  return page({ locale, title: words.unknown, body: `<p>${html(words.unknownText)}</p>` });
}

/** Quiet and plain, light and dark by the system's wish; every control at least 44 px high. */
export const playStyle = `:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#211e1a;--muted:#625c53;--line:#8b8377;--soft:#f5f2ec;--accent:#115c43;--accent-ink:#fff;--warn:#6b4000;--warn-soft:#fcf0d9;--bad:#a8261c;--bad-soft:#fbeae6}
@media (prefers-color-scheme:dark){:root{--paper:#171512;--ink:#f4f0e9;--muted:#b8b0a3;--line:#8a8275;--soft:#201d19;--accent:#74c7a2;--accent-ink:#0a2419;--warn:#eebb62;--warn-soft:#38290f;--bad:#f59e92;--bad-soft:#40201b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Hanken Grotesk Variable",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header{background:var(--warn-soft);color:var(--warn)}
.mark{margin:0 auto;max-width:32rem;padding:12px 20px}
.mark strong{display:block}
main{max-width:32rem;margin:0 auto;padding:32px 20px 64px}
h1{font-size:1.728rem;line-height:1.2;margin:0 0 16px}
h2{font-size:1.2rem;line-height:1.3;margin:32px 0 8px}
p{margin:0 0 16px}
.what{font-weight:600}
dl{margin:0;border-top:1px solid var(--line)}
dl div{display:flex;gap:16px;justify-content:space-between;padding:10px 0;border-bottom:1px solid var(--line)}
dt{color:var(--muted)}
dd{margin:0;text-align:right}
.total dd{font-weight:700;font-size:1.2rem}
ul{list-style:none;margin:0 0 16px;padding:0;display:grid;gap:12px}
button,.button{display:block;width:100%;min-height:52px;padding:10px 16px;border:1px solid var(--line);border-radius:10px;background:var(--paper);color:inherit;font:inherit;text-align:left;text-decoration:none;cursor:pointer}
button span{display:block;font-weight:600}
button small{display:block;color:var(--muted);font-size:.9129rem}
.main,.button{background:var(--accent);border-color:var(--accent);color:var(--accent-ink);font-weight:600}
.main small{color:inherit;font-weight:400}
form{margin:24px 0 0}
.quiet{display:block;min-height:44px;border:0;background:none;padding:10px 0;color:inherit;text-decoration:underline}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.problem{background:var(--bad-soft);color:var(--bad);border-left:4px solid var(--bad);padding:12px 16px}
.onward{margin:32px 0 0}
`;
