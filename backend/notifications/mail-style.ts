/**
 * Colours of the mails, those of the pages. A mail carries the light ones inline, because many programs drop the style
 * element; programs that keep it switch to the dark ones.
 */
export const light = {
  text: '#1c1f24',
  quiet: '#565c66',
  ground: '#f6f7f9',
  sheet: '#ffffff',
  border: '#d5d9e0',
  accent: '#1a56b8',
  onAccent: '#ffffff',
  good: '#18703f',
  bad: '#b3261e',
} as const;

/** For the style element of every mail. */
export const mailStyle = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: ${light.accent}; }
  @media (max-width: 480px) { .sheet-cell { padding: 20px 16px 16px !important; } }
  @media (prefers-color-scheme: dark) {
    .ground { background: #14161a !important; }
    .sheet { background: #1c1f25 !important; border-color: #363b45 !important; }
    .text { color: #eceef1 !important; }
    .quiet { color: #a9b0bb !important; }
    .rule { border-color: #363b45 !important; }
    .good { color: #6fd39b !important; border-color: #6fd39b !important; }
    .good-fill { background: #6fd39b !important; }
    .bad { color: #ff9d94 !important; border-color: #ff9d94 !important; }
    .none { color: #a9b0bb !important; border-color: #a9b0bb !important; }
    .button { background: #8ab4ff !important; }
    .button a { color: #0e1a30 !important; }
    a { color: #8ab4ff; }
  }
`;
