/** Style sheet of the picker: one column, light and dark colours, no external resources. */
export const pickerStyle = `
:root { color-scheme: light dark; --accent: light-dark(#0b57d0, #a8c7fa); --on-accent: light-dark(#fff, #062e6f);
  --surface: light-dark(#fff, #1f2125); --page: light-dark(#e9edf3, #111316); --text: light-dark(#1c1e21, #e6e8eb);
  --soft: light-dark(#50575f, #b3bac2); --line: light-dark(#c9ced6, #454a52); --mark: light-dark(#fff3d6, #3a2f12);
  --mark-line: light-dark(#b98900, #d9a93a); --error: light-dark(#a8200d, #ffb4a6); --chosen: light-dark(#e8f0fe, #26324a); }
* { box-sizing: border-box; }
html { scroll-padding-block-end: 96px; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 16px; }
.note { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; border: 1px dashed var(--mark-line); border-radius: 10px;
  background: var(--mark); padding: 10px 14px; margin: 0 0 16px; font-size: 15px; }
.note strong { text-transform: uppercase; letter-spacing: .06em; font-size: 13px; }
.dialog { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; }
.bar { display: flex; gap: 8px; align-items: center; padding: 8px 16px; border-block-end: 1px solid var(--line);
  color: var(--soft); font-size: 14px; }
.bar span { overflow-wrap: anywhere; }
.dialog form, .content { padding: 16px; margin: 0; }
h1 { font-size: 21px; line-height: 1.3; font-weight: 600; margin: 0 0 4px; }
p { margin: 0 0 16px; color: var(--soft); }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 6px; min-width: 0; }
legend { padding: 0 0 12px; color: var(--soft); }
.certificate { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 0 10px; padding: 8px 12px; min-height: 44px;
  border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
.certificate:hover { border-color: var(--accent); }
.certificate:has(:checked) { border-color: var(--accent); background: var(--chosen); }
.certificate input { inline-size: 18px; block-size: 18px; margin: 3px 0 0; accent-color: var(--accent); }
.certificate b { font-weight: 600; }
.certificate small { grid-column: 2; font-size: 14px; color: var(--soft); overflow-wrap: anywhere; }
.certificate .title { color: var(--text); font-size: 15px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; position: sticky; inset-block-end: 0;
  margin: 0 -16px -16px; padding: 12px 16px 16px; background: var(--surface); border-block-start: 1px solid var(--line); border-end-start-radius: 14px; border-end-end-radius: 14px; }
button { font: inherit; min-height: 44px; padding: 0 20px; border-radius: 22px; border: 1px solid var(--line);
  background: transparent; color: var(--accent); cursor: pointer; }
button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label.pin { display: grid; gap: 4px; margin: 0 0 8px; }
label.pin input { font: inherit; letter-spacing: .2em; min-height: 44px; padding: 0 12px; border: 1px solid var(--soft);
  border-radius: 8px; background: transparent; color: inherit; inline-size: 100%; max-inline-size: 16rem; }
.error { color: var(--error); font-weight: 600; margin: 0 0 8px; }
.token { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; justify-content: space-between; margin: 16px 0 0;
  border: 1px dashed var(--mark-line); border-radius: 10px; padding: 10px 14px; }
.token p { margin: 0; color: var(--text); display: flex; gap: 12px; align-items: center; }
.token svg { inline-size: 56px; block-size: 24px; flex: none; }
.token form { padding: 0; }
@media (forced-colors: active) { .certificate:has(:checked) { outline: 2px solid Highlight; } button.first { border-width: 3px; } }
`;
