/** The style of all pages. The Content-Security-Policy contains its hash. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c1f24, #eceef1);
  --quiet: light-dark(#565c66, #a9b0bb);
  --ground: light-dark(#f6f7f9, #14161a);
  --sheet: light-dark(#fff, #1c1f25);
  --border: light-dark(#d5d9e0, #363b45);
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
.who { display: flex; align-items: center; gap: 10px; margin: 0 0 20px; color: var(--quiet); font-size: .9375rem; }
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
.mark { flex: none; color: var(--quiet); }
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
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { border-block-start: 1px solid var(--border); }
summary { min-block-size: 44px; padding-block: 10px; color: var(--quiet); cursor: pointer; }
main > :last-child { margin-block-end: 0; }
footer { padding-block-start: 4px; border-block-start: 1px solid var(--border); color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; }
footer a { display: inline-block; padding-block: 10px; }
a { color: var(--accent); }
a.button { color: var(--on-accent); }
@media (prefers-reduced-motion: reduce) { .spark { animation: none; } }
@media (forced-colors: active) { .button { border-color: ButtonText; } }
`;
