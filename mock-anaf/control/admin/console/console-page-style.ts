/** Colours, font sizes and spacing of the console. Its elements inherit them; all other styles are inside the elements. */
export const consolePageStyle = `
:root { color-scheme: light dark;
  --page: light-dark(#f4f6f9, #0f1114); --surface: light-dark(#fff, #16191d); --raised: light-dark(#f7f9fb, #1c2025);
  --text: light-dark(#181c21, #e4e8ed); --soft: light-dark(#545d68, #a5aeb9); --line: light-dark(#dfe4ea, #2a2f36);
  --edge: light-dark(#808a97, #78828f); --accent: light-dark(#0b57d0, #a8c7fa); --on-accent: light-dark(#fff, #062e6f);
  --accent-soft: light-dark(#e7effd, #1c2b45); --good: light-dark(#11652b, #85d79b); --good-soft: light-dark(#e3f3e7, #14291b);
  --bad: light-dark(#b3261e, #ffb4a9); --bad-soft: light-dark(#fcebea, #3a1a17); --warn: light-dark(#7d4e00, #f0c366);
  --warn-soft: light-dark(#fdf1d8, #33280e); --code: light-dark(#eef1f5, #22272d);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace;
  --size-small: 12px; --size: 14px; --size-large: 16px; --size-title: 22px; --radius: 8px; }
* { box-sizing: border-box; }
html { scroll-padding-block: 64px 48px; scrollbar-gutter: stable; }
body { margin: 0; background: var(--page); color: var(--text); font: var(--size)/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
  -webkit-text-size-adjust: 100%; }
noscript p { padding: 0 24px; }
`;
