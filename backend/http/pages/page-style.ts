/** The style of all pages. The Content-Security-Policy contains its hash. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c1f24, #eceef1);
  --quiet: light-dark(#565c66, #a9b0bb);
  --ground: light-dark(#f6f7f9, #14161a);
  --sheet: light-dark(#fff, #1c1f25);
  --border: light-dark(#d5d9e0, #363b45);
  --edge: light-dark(#868d99, #7b8391);
  --accent: light-dark(#1a56b8, #8ab4ff);
  --on-accent: light-dark(#fff, #0e1a30);
  --good: light-dark(#18703f, #6fd39b);
  --bad: light-dark(#b3261e, #ff9d94);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-block-size: 100svh;
  display: grid;
  align-content: center;
  justify-items: center;
  padding: 16px;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main {
  inline-size: 100%;
  max-inline-size: 30rem;
  padding: 24px 20px 16px;
  background: var(--sheet);
  border: 1px solid var(--border);
  border-radius: 12px;
}
header.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; margin-block-end: 20px; }
.top .who { margin: 0; }
.who { display: flex; align-items: center; gap: 10px; margin: 0 0 20px; color: var(--quiet); font-size: .9375rem; }
.language { flex: none; padding-block: 10px; font-size: .875rem; }
.who img { inline-size: 32px; block-size: 32px; object-fit: contain; }
.between {
  display: flex;
  align-items: center;
  gap: 12px;
  margin-block: 0 16px;
  color: var(--quiet);
  font-size: .875rem;
}
.between .anaf { flex: none; }
.between .name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.mark { flex: 1 1 0; min-inline-size: 56px; max-inline-size: 120px; color: var(--quiet); }
.mark-active { color: var(--good); }
.mark-broken { color: var(--bad); }
.mark-moving { color: var(--accent); }
.line, .end { fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linecap: round; }
.mark-active .end { fill: currentColor; }
.dashed { stroke-dasharray: .1 8; }
.spark { stroke-dasharray: 14 58; animation: along 1.6s linear infinite; }
@keyframes along { from { stroke-dashoffset: 14; } to { stroke-dashoffset: -58; } }
h1 { margin: 0 0 8px; font-size: 1.3125rem; line-height: 1.3; text-wrap: balance; }
h2 { margin: 0 0 4px; font-size: 1rem; }
p { margin: 0 0 12px; }
ul, ol { margin: 0 0 16px; padding-inline-start: 1.25rem; }
li { margin-block-end: 6px; }
.quiet { color: var(--quiet); font-size: .9375rem; }
.button {
  display: block;
  inline-size: 100%;
  min-block-size: 48px;
  margin-block: 20px 16px;
  padding: 11px 16px;
  border: 1px solid transparent;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.button[hidden] { display: none; }
.button.danger { background: var(--bad); color: var(--sheet); }
.secondary {
  display: block;
  inline-size: 100%;
  min-block-size: 48px;
  margin-block: 0 16px;
  padding: 11px 16px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: transparent;
  color: var(--accent);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.pairs { margin: 16px 0; border-block-end: 1px solid var(--border); }
.pairs > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 16px; padding-block: 10px; border-block-start: 1px solid var(--border); }
.pairs dt { color: var(--quiet); font-size: .9375rem; }
.pairs dd { margin: 0; min-inline-size: 0; }
.pairs dd span { display: block; color: var(--quiet); font-size: .9375rem; }
.marked { padding: 0; list-style: none; }
.marked li { position: relative; padding-inline-start: 1.75rem; }
.marked li::before { position: absolute; inset-inline-start: .125rem; font-weight: 700; }
.does { margin-block-end: 6px; }
.does li::before { content: "✓" / ""; color: var(--good); }
.does-not li::before { content: "✕" / ""; color: var(--bad); }
.box { margin-block: 0 16px; padding: 14px 16px; border: 1px solid var(--border); border-radius: 8px; background: var(--ground); }
.box > :last-child { margin-block-end: 0; }
.label { margin-block-end: 2px; color: var(--quiet); font-size: .875rem; }
.address {
  display: block;
  margin-block-end: 12px;
  padding: 10px 12px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--sheet);
  font: .9375rem/1.45 ui-monospace, monospace;
  -webkit-user-select: all;
  user-select: all;
}
.qr { display: block; inline-size: 180px; max-inline-size: 100%; block-size: auto; margin-block-end: 8px; border-radius: 8px; background: #fff; fill: #000; }
fieldset { margin: 0 0 12px; padding: 0; border: 0; }
legend { padding: 0; margin-block-end: 4px; }
.replies { display: flex; flex-wrap: wrap; gap: 0 20px; }
.replies label { display: inline-flex; align-items: center; gap: 8px; min-block-size: 44px; }
.replies input { inline-size: 20px; block-size: 20px; margin: 0; accent-color: var(--accent); }
.text-field { inline-size: 100%; min-block-size: 48px; margin-block-end: 8px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--sheet); color: var(--text); font: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { border-block-start: 1px solid var(--border); }
summary { min-block-size: 44px; padding-block: 10px; color: var(--quiet); cursor: pointer; }
main > :last-child { margin-block-end: 0; }
footer { padding-block-start: 4px; border-block-start: 1px solid var(--border); color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; }
footer a { display: inline-block; padding-block: 10px; }
a { color: var(--accent); }
a.button { color: var(--on-accent); }
.after { margin-block: 0 8px; text-align: center; }
.after a { display: inline-block; padding-block: 10px; }
.small { font-size: .875rem; }
@media (max-width: 26rem) { .pairs > div { grid-template-columns: 1fr; } }
@media (prefers-reduced-motion: reduce) { .spark { animation: none; } }
@media (forced-colors: active) { .button { border-color: ButtonText; } }
@media print { body { display: block; padding: 0; } main { max-inline-size: none; border: 0; } .language, form, details { display: none; } }
`;
