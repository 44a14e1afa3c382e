import { css } from 'lit';

/** Parts of single screens: the status and its facts, the issuers, the drawings of the two dialogs. */
export const content = css`
  .title-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .title-row + .lead {
    margin-block-start: -6px;
  }
  .badge {
    --spv-own-ink: var(--spv-own-accent);
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 2px 12px;
    border: 1px solid color-mix(in srgb, var(--spv-own-ink) 45%, transparent);
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--spv-own-ink);
  }
  .badge[data-status='active'] {
    --spv-own-ink: var(--spv-own-good);
  }
  .badge[data-need='soon'] {
    --spv-own-ink: var(--spv-own-attention);
  }
  .badge[data-need='now'] {
    --spv-own-ink: var(--spv-own-bad);
  }

  .facts {
    display: grid;
    gap: 8px;
  }
  .facts div {
    display: grid;
    gap: 0 16px;
  }
  .facts dt {
    color: var(--spv-own-muted);
  }
  @container (inline-size > 24rem) {
    .facts div {
      grid-template-columns: 2fr 3fr;
    }
  }

  .issuers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    list-style: none;
  }
  :is(.issuers, .lone-link) a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }
  .issuers + * {
    margin-block-start: -12px;
  }
  p.label:has(+ .issuers) {
    font-weight: 400;
    margin-block-end: -10px;
  }

  .dialogs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 16px;
  }
  .drawing {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: 8px;
  }
  .sketch {
    display: grid;
    align-content: start;
    gap: 8px;
    padding: 10px;
    border: 1px solid var(--spv-own-hairline);
    border-radius: 8px;
    background: var(--spv-own-faint);
    font-size: 0.75em;
  }
  .sketch-title {
    font-weight: 600;
  }
  .sketch-row {
    min-block-size: 1.4em;
    padding: 3px 8px;
    border-radius: 4px;
    border: 1px solid var(--spv-own-hairline);
  }
  .sketch-row.chosen {
    border-color: var(--spv-own-accent);
    background: color-mix(in srgb, var(--spv-own-accent) 18%, transparent);
  }
  .sketch-row.faint {
    background: repeating-linear-gradient(90deg, var(--spv-own-hairline) 0 60%, transparent 0) 8px 50% / 60% 4px no-repeat;
  }
  .sketch-button {
    justify-self: end;
    padding: 2px 14px;
    border-radius: 4px;
    background: var(--spv-own-accent);
    color: var(--spv-own-on-accent);
  }
`;
