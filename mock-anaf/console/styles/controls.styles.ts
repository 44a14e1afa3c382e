import { css } from 'lit';

/** Styles of buttons, fields and switches. */
export const controlStyles = css`
  *, *::before, *::after { box-sizing: border-box; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  button, select, input, textarea { font: inherit; color: inherit; }
  button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-block-size: 32px; padding: 0 12px;
    border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); cursor: pointer; text-align: center;
    transition: background-color .12s, border-color .12s; }
  button:disabled { opacity: 0.45; cursor: not-allowed; }
  button:hover:enabled { border-color: var(--accent); background: var(--accent-soft); }
  button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  button.first:hover:enabled { background: color-mix(in srgb, var(--accent) 88%, var(--text)); }
  button.quiet { border-color: transparent; background: none; color: var(--accent); padding: 0 8px; }
  button.quiet:hover:enabled { background: var(--accent-soft); }
  button[aria-pressed='true'] { background: var(--accent-soft); border-color: var(--accent); color: var(--accent); font-weight: 600; }
  label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; font-size: var(--size-small); color: var(--soft); min-inline-size: 0; }
  input, select, textarea { min-block-size: 32px; padding: 0 10px; border: 1px solid var(--edge); border-radius: 6px;
    background: var(--surface); color: var(--text); font-size: var(--size); inline-size: 100%; }
  select { padding-inline-end: 4px; }
  textarea { padding: 8px 10px; font: 13px/1.5 var(--mono); resize: vertical; overflow-wrap: anywhere; }
  ::placeholder { color: var(--soft); opacity: 1; }
  [aria-invalid='true'] { border-color: var(--bad); }
  .wrong { color: var(--bad); font-size: var(--size-small); margin: 0; }
  [role='switch'] { inline-size: 36px; min-inline-size: 36px; min-block-size: 24px; block-size: 24px; padding: 0;
    justify-content: flex-start; border-radius: 12px; background: var(--code); }
  [role='switch']::before { content: ''; inline-size: 14px; block-size: 14px; margin-inline-start: 4px; border-radius: 50%;
    background: var(--edge); transition: translate .12s; }
  [role='switch'][aria-checked='true'] { background: var(--accent); border-color: var(--accent); }
  [role='switch'][aria-checked='true']::before { background: var(--on-accent); translate: 12px 0; }
  @media (pointer: coarse) {
    button, input, select { min-block-size: 44px; }
    [role='switch'] { min-block-size: 28px; block-size: 28px; }
  }
  @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
  @media (forced-colors: active) {
    [role='switch']::before { background: ButtonText; }
    [role='switch'][aria-checked='true'] { forced-color-adjust: none; background: Highlight; border-color: Highlight; }
    [role='switch'][aria-checked='true']::before { background: HighlightText; }
  }
`;
