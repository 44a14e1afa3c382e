import { css } from 'lit';

/** Buttons, rows, fields and disclosures. Every target is at least 44 px high. */
export const controls = css`
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button,
  .primary {
    box-sizing: border-box;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: calc(var(--spv-own-radius) * 0.7);
    background: none;
    text-align: center;
    line-height: 1.3;
    cursor: pointer;
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  :is(button, a, summary, input, .heading, .support):focus-visible,
  .reply:has(:focus-visible) {
    outline: 2px solid var(--spv-own-accent);
    outline-offset: 2px;
  }
  .heading:focus-visible {
    outline: none;
  }

  .primary {
    display: grid;
    place-items: center;
    inline-size: 100%;
    background: var(--spv-own-accent);
    color: var(--spv-own-on-accent);
    font-weight: 600;
    text-decoration: none;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--spv-own-accent) 88%, currentColor);
  }

  .outlined {
    border-color: var(--spv-own-hairline);
  }
  .danger {
    border-color: var(--spv-own-bad);
    color: var(--spv-own-bad);
    font-weight: 600;
  }

  .secondary,
  .back,
  a {
    color: var(--spv-own-accent);
  }
  .secondary {
    padding-inline: 0;
    border: 0;
    justify-self: start;
    text-align: start;
  }
  :is(.secondary, .back):hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    justify-self: start;
    margin-block: -8px;
    padding-inline: 0;
    border: 0;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 24px;
    margin-block: -4px;
  }

  .chevron {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: solid currentColor;
    border-width: 2px 0 0 2px;
    rotate: -45deg;
  }
  .chevron.forward {
    rotate: 135deg;
  }
  :dir(rtl) .chevron {
    scale: -1 1;
  }

  .rows {
    display: grid;
    border: 1px solid var(--spv-own-hairline);
    border-radius: var(--spv-own-radius);
    overflow: clip;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 16px;
    min-block-size: 64px;
    padding: 12px 16px;
    border: 0;
    border-radius: 0;
    text-align: start;
  }
  .row + .row {
    border-block-start: 1px solid var(--spv-own-hairline);
  }
  .row:hover {
    background: var(--spv-own-faint);
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .row-text {
    flex: auto;
    display: grid;
    gap: 2px;
  }
  .row-label {
    font-weight: 600;
  }
  .row-more {
    font-size: 0.875em;
    color: var(--spv-own-muted);
  }

  .sights {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12em), 1fr));
    gap: 0 16px;
  }
  .sight {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 4px 0;
    text-align: start;
  }
  .sight::before {
    content: '';
    flex: none;
    box-sizing: border-box;
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid var(--spv-own-muted);
    border-radius: 50%;
  }
  .sight:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .reply {
    position: relative;
    display: inline-grid;
    place-items: center;
    box-sizing: border-box;
    min-block-size: 44px;
    min-inline-size: 64px;
    padding: 4px 16px;
    border: 1px solid var(--spv-own-hairline);
    border-radius: 22px;
    cursor: pointer;
  }
  .reply input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .reply:hover {
    background: var(--spv-own-faint);
  }
  .reply:has(:checked) {
    border-color: var(--spv-own-accent);
    box-shadow: inset 0 0 0 1px var(--spv-own-accent);
    color: var(--spv-own-accent);
    font-weight: 600;
  }

  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .copy .note {
    inline-size: 100%;
  }
  .copy-text {
    flex: 1 1 12em;
    min-inline-size: 0;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--spv-own-hairline);
    border-radius: calc(var(--spv-own-radius) * 0.7);
    background: var(--spv-own-faint);
    text-overflow: ellipsis;
    font-size: 0.875em;
  }

  details {
    border-block-start: 1px solid var(--spv-own-hairline);
  }
  details + details {
    margin-block-start: calc(-1 * var(--spv-own-space));
  }
  details:last-child {
    margin-block-end: -10px;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 12px;
    box-sizing: border-box;
    min-block-size: 44px;
    padding-block: 8px;
    line-height: 1.35;
    cursor: pointer;
    list-style: none;
    font-size: 0.9375em;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    margin-inline: 2px;
    border: solid currentColor;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
    transition: rotate 0.12s;
  }
  details[open] > summary::before {
    rotate: 135deg;
  }
  summary:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .disclosed {
    display: grid;
    gap: 12px;
    padding-block: 4px var(--spv-own-space);
    font-size: 0.9375em;
  }

  @media (prefers-reduced-motion: reduce) {
    summary::before {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .reply:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
