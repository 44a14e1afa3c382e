import { css } from 'lit';

/** Styles of headings, panels, tags and lists of facts. */
export const contentStyles = css`
  :host { display: block; }
  h1 { font-size: var(--size-title); line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin: 0;
    inline-size: fit-content; }
  h1:focus { outline: none; }
  h1:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
  h2 { font-size: var(--size-large); line-height: 1.4; font-weight: 600; margin: 24px 0 8px; }
  .label { font-size: var(--size-small); line-height: 1.4; font-weight: 600; color: var(--soft); margin: 0 0 4px; }
  p { margin: 0; }
  .intro { color: var(--soft); max-inline-size: 84ch; margin-block: 6px 16px; text-wrap: pretty; }
  .head { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 8px 16px; justify-content: space-between; margin-block-end: 16px; }
  .head .intro { margin-block-end: 0; }
  .panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
  .padded { padding: 12px 16px; }
  ul.rows { list-style: none; margin: 0; padding: 0; }
  ul.rows > li { padding: 10px 16px; border-block-start: 1px solid var(--line); }
  ul.rows > li:first-child { border-block-start: 0; }
  code, .mono { font-family: var(--mono); font-size: .93em; }
  code { background: var(--code); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; }
  .soft { color: var(--soft); }
  .small { font-size: var(--size-small); }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .numbers { font-variant-numeric: tabular-nums; }
  .tags { display: flex; flex-wrap: wrap; gap: 4px; }
  .tag { display: inline-flex; align-items: center; gap: 4px; padding: 1px 8px; border-radius: 10px; font-size: var(--size-small);
    line-height: 18px; background: var(--code); color: var(--text); overflow-wrap: anywhere; }
  .tag.good { background: var(--good-soft); color: var(--good); }
  .tag.bad { background: var(--bad-soft); color: var(--bad); }
  .tag.warn { background: var(--warn-soft); color: var(--warn); }
  .tag.accent { background: var(--accent-soft); color: var(--accent); }
  dl { display: grid; grid-template-columns: minmax(96px, max-content) minmax(0, 1fr); gap: 2px 16px; margin: 0; }
  dt { color: var(--soft); }
  dd { margin: 0; overflow-wrap: anywhere; }
  pre { margin: 0; padding: 10px 12px; border-radius: 6px; background: var(--code); font: 13px/1.5 var(--mono);
    white-space: pre-wrap; overflow-wrap: anywhere; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  @media (max-width: 480px) {
    dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
    dd { margin-block-end: 6px; }
    ul.rows > li { padding-inline: 12px; }
  }
  @media (forced-colors: active) { .tag { border: 1px solid CanvasText; } }
`;
