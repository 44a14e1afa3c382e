import { css } from 'lit';

/** Styles of the journal. */
export const journalStyles = css`
  .filters { display: grid; grid-template-columns: minmax(160px, 1fr) 150px 170px auto; gap: 8px 12px; align-items: end;
    margin-block-end: 8px; }
  .counts { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; min-block-size: 24px; margin-block-end: 4px; }
  ul.rows { overflow: clip; }
  ul.rows > li { padding: 0; content-visibility: auto; contain-intrinsic-size: auto 34px; }
  li.open { background: var(--raised); content-visibility: visible; }
  .entry { display: grid; inline-size: 100%; grid-template-columns: 64px 48px minmax(220px, 1.1fr) 116px minmax(200px, 1.2fr);
    gap: 0 12px; align-items: baseline; justify-items: start; justify-content: stretch; text-align: start; border: 0;
    border-radius: 0; background: none; padding: 6px 16px; font-size: 13px; line-height: 20px; min-block-size: 34px; }
  .entry:focus-visible { outline-offset: -2px; }
  .time, .door { font-size: var(--size-small); }
  .status { font-family: var(--mono); font-weight: 600; font-size: 13px; }
  .status.good { color: var(--good); }
  .status.bad { color: var(--bad); }
  .status.warn { color: var(--warn); }
  .status.accent { color: var(--accent); }
  .request, .reason { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-inline-size: 100%; }
  .open .request, .open .reason { white-space: normal; overflow-wrap: anywhere; }
  .details { display: grid; gap: 12px 32px; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); padding: 4px 16px 16px; border-inline-start: 3px solid var(--accent); }
  .details dl { font-size: 12px; line-height: 1.6; }
  .details > p, .details > .body { grid-column: 1 / -1; }
  .body pre { max-block-size: 320px; overflow: auto; font-size: 12px; }
  .body pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .details .tag { line-height: 16px; }
  .why { font-size: var(--size-large); max-inline-size: 80ch; }
  .why strong { display: inline-block; margin-inline-end: 6px; font-size: var(--size-small); font-weight: 600; color: var(--soft); }
  .empty { padding: 32px 16px; text-align: center; color: var(--soft); }
  @media (max-width: 1080px) {
    .entry { grid-template-columns: 64px 48px minmax(0, 1fr) auto; }
    .door { justify-self: end; }
    .reason { grid-column: 3 / -1; color: var(--soft); }
    ul.rows > li { contain-intrinsic-size: auto 54px; }
  }
  @media (max-width: 720px) {
    .filters { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .filters .search, .filters .actions { grid-column: 1 / -1; }
    .entry { grid-template-columns: auto minmax(0, 1fr) auto; padding-inline: 12px; gap: 0 8px; }
    .request { grid-column: 2 / -1; grid-row: 1; }
    .status { grid-column: 1; grid-row: 1; min-inline-size: 34px; }
    .reason { grid-column: 2 / -1; grid-row: 2; }
    .time { grid-column: 2; grid-row: 3; }
    .door { grid-column: 3; grid-row: 3; }
  }
`;
