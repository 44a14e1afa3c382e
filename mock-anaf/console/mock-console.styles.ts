import { css } from 'lit';

/** Styles of the frame around the sections: header, navigation at the side, line of notices at the bottom. */
export const frameStyles = css`
  :host { display: grid; grid-template: auto 1fr / 208px minmax(0, 1fr); min-block-size: 100vh; min-block-size: 100dvh; }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; padding: 8px 24px 8px 20px;
    background: var(--surface); border-block-end: 1px solid var(--line); }
  .brand { display: flex; gap: 10px; align-items: center; margin-inline-end: auto; font-weight: 650; }
  .brand img { inline-size: 24px; block-size: 24px; }
  .brand small { font-size: var(--size-small); font-weight: 400; color: var(--soft); }
  .clock { display: flex; gap: 8px; align-items: center; font-variant-numeric: tabular-nums; }
  .frozen { padding: 1px 8px; border-radius: 10px; font-size: var(--size-small); background: var(--warn-soft); color: var(--warn); }
  .connection { display: flex; gap: 6px; align-items: center; font-size: var(--size-small); color: var(--soft); min-inline-size: 76px; }
  .connection::before { content: ''; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--edge); }
  .connection.live::before { background: var(--good); }
  .connection.lost::before, .connection.locked::before { background: var(--bad); }
  .languages { display: flex; }
  .languages button { min-block-size: 28px; padding: 0 8px; font-size: var(--size-small); }
  .languages button:first-child { border-start-end-radius: 0; border-end-end-radius: 0; }
  .languages button:last-child { border-start-start-radius: 0; border-end-start-radius: 0; border-inline-start: 0; }
  nav { background: var(--surface); border-inline-end: 1px solid var(--line); padding: 12px 8px; }
  nav ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; position: sticky; inset-block-start: 12px; }
  nav a { display: flex; gap: 10px; align-items: center; min-block-size: 34px; padding: 0 10px; border-radius: 6px;
    color: var(--text); text-decoration: none; }
  nav a:hover { background: var(--raised); }
  nav a[aria-current='page'] { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
  nav svg { inline-size: 16px; block-size: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.4;
    stroke-linecap: round; stroke-linejoin: round; }
  nav .count { margin-inline-start: auto; min-inline-size: 20px; padding: 0 6px; border-radius: 10px; background: var(--warn-soft);
    color: var(--warn); font-size: var(--size-small); font-weight: 600; text-align: center; font-variant-numeric: tabular-nums; }
  main { padding: 24px 32px 64px; min-inline-size: 0; }
  main > * { max-inline-size: 1120px; }
  footer { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; max-inline-size: min(440px, calc(100% - 32px)); border-radius: 6px;
    padding: 8px 14px; background: var(--text); color: var(--page); box-shadow: 0 4px 16px #0003; overflow-wrap: anywhere; }
  footer:not(.done, .failed) { padding: 0; box-shadow: none; }
  footer.failed { background: var(--bad); }
  .skip { position: absolute; inset-inline-start: 8px; inset-block-start: -60px; z-index: 1; }
  .skip:focus { inset-block-start: 8px; }
  @media (max-width: 760px) {
    :host { grid-template: auto auto 1fr / minmax(0, 1fr); }
    header { padding: 8px 12px; gap: 4px 12px; }
    .brand small { display: none; }
    nav { border-inline-end: 0; border-block-end: 1px solid var(--line); padding: 6px 8px; }
    nav ul { grid-template-columns: repeat(3, minmax(0, 1fr)); position: static; }
    nav a { justify-content: center; gap: 6px; padding: 0 4px; font-size: 13px; position: relative; }
    nav .count { margin: 0; }
    main { padding: 16px 12px 64px; }
  }
  @media (max-width: 420px) {
    .connection { min-inline-size: 0; }
    .clock { order: 1; }
    .connection { order: 2; margin-inline-start: auto; }
    .brand { inline-size: calc(100% - 160px); }
    nav svg { display: none; }
  }
  @media (forced-colors: active) { nav a[aria-current='page'] { outline: 2px solid Highlight; outline-offset: -2px; } }
`;
