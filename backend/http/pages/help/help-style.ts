import { pageStyle } from '../page-style.ts';

/** The style of the help: that of all pages, and what a long page needs. The Content-Security-Policy contains its hash. */
export const helpStyle = `${pageStyle}
html { scroll-padding-block-start: 16px; }
body { display: block; align-content: normal; justify-items: normal; padding: 0 16px 32px; }
header, main, body > footer { max-inline-size: 64rem; margin-inline: auto; }
main { padding: 0; border: 0; border-radius: 0; background: none; }
header { display: flex; align-items: center; gap: 24px; padding-block: 12px; }
header .between { display: none; margin: 0; }
.who { margin: 0; }
.language { margin-inline-start: auto; padding-block: 10px; font-size: .9375rem; }
h1 { margin-block: 24px 8px; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem); line-height: 1.2; }
h2 { margin-block: 40px 16px; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 0 0 12px; font-size: 1.125rem; line-height: 1.35; text-wrap: balance; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
h4 { margin: 0 0 4px; color: var(--quiet); font-size: .875rem; font-weight: 600; }
.intro { max-inline-size: 42rem; color: var(--quiet); font-size: 1.0625rem; text-wrap: pretty; }
.search { max-inline-size: 42rem; margin-block: 20px 0; }
.search label { display: block; margin-block-end: 6px; font-weight: 600; }
.field { display: flex; flex-wrap: wrap; gap: 8px; }
.field input {
  flex: 1 1 9rem;
  min-inline-size: 0;
  min-block-size: 48px;
  padding: 10px 14px;
  border: 1px solid var(--quiet);
  border-radius: 8px;
  background: var(--sheet);
  color: inherit;
  font: inherit;
}
.field button {
  flex: 0 1 auto;
  min-block-size: 48px;
  padding: 10px 20px;
  border: 1px solid transparent;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.hint { margin: 6px 0 0; color: var(--quiet); font-size: .875rem; }
#contents { margin-block-start: 28px; font-size: .9375rem; }
.columns > #contents > p { margin: 16px 0 2px; color: var(--quiet); font-size: .875rem; font-weight: 600; }
#contents ul { margin: 0; padding: 0; list-style: none; }
#contents li { margin: 0; }
#contents li a { display: block; padding-block: 10px; text-decoration: none; }
#contents a:hover { text-decoration: underline; }
.topic {
  margin-block-end: 16px;
  padding: 20px;
  border: 1px solid var(--border);
  border-radius: 12px;
  background: var(--sheet);
}
.topic:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.topic p, .topic li, .topic dd { max-inline-size: 40rem; text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 4px 0 0; font-size: .9375rem; }
.facts dt { color: var(--quiet); font-size: .875rem; font-weight: 600; }
.facts dd { margin: 0; }
.terms { margin: 0 0 12px; }
.terms dt { font-weight: 600; }
.terms dd { margin: 2px 0 12px; }
mark { border-radius: 2px; background: light-dark(#ffe48a, #5e4a00); color: inherit; }
.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 4px 16px;
  margin-block: 16px -8px;
  padding-block-start: 8px;
  border-block-start: 1px solid var(--border);
  font-size: .9375rem;
}
.feedback fieldset { display: flex; align-items: center; gap: 8px; margin: 0; padding: 0; border: 0; color: var(--quiet); }
.feedback legend { float: inline-start; padding: 0; margin-inline-end: 4px; }
.feedback button {
  min-inline-size: 48px;
  min-block-size: 44px;
  padding: 6px 12px;
  border: 1px solid var(--border);
  border-radius: 8px;
  background: none;
  color: var(--text);
  font: inherit;
  cursor: pointer;
}
.feedback button:hover { border-color: var(--quiet); }
.thanks { margin: 0; padding-block: 10px; color: var(--good); }
.top { padding-block: 10px; }
.found, .nothing, .trouble, .support { max-inline-size: 46rem; }
.found h2, .nothing h2 { margin-block: 0 8px; }
.found > #contents { margin-block-end: 24px; }
.found > #contents p { margin-block: 8px 0; }
.nothing { margin-block-start: 28px; }
.examples { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; list-style: none; }
.examples li { margin: 0; }
.examples a {
  display: block;
  padding: 9px 16px;
  border: 1px solid var(--border);
  border-radius: 999px;
  background: var(--sheet);
  text-decoration: none;
}
.support { margin-block-start: 40px; }
.support h2 { margin-block: 0 8px; }
.trouble .button { max-inline-size: 20rem; }
body > footer { margin-block-start: 32px; }
@media (min-width: 40rem) { header .between { display: flex; } }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 48px; }
  #contents li a { padding-block: 5px; }
  .columns > #contents {
    position: sticky;
    inset-block-start: 0;
    align-self: start;
    max-block-size: 100vh;
    margin: 0;
    padding-block: 24px;
    overflow-y: auto;
  }
  .support { margin-inline-start: calc(17rem + 48px); }
  .found ~ .support, .nothing ~ .support { margin-inline-start: 0; }
}
@media (forced-colors: active) {
  .topic:target { outline: 2px solid Highlight; }
  mark { background: Mark; color: MarkText; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; background: none; font-size: 10pt; }
  .search, .feedback, .thanks, .top, header .between, .language, #contents { display: none; }
  .columns { display: block; }
  .topic { padding: 0 0 8px; border: 0; }
  h2, h3, h4 { break-after: avoid; }
  li, dd { break-inside: avoid; }
  .foot { display: none; }
}
`;
