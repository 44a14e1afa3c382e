import { css } from 'lit';

/** The panel and the text in it: one column, one border, no shadow. */
export const layout = css`
  :host {
    display: block;
    max-inline-size: 30rem;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }

  .panel {
    box-sizing: border-box;
    container-type: inline-size;
    padding: var(--spv-own-space);
    border: 1px solid var(--spv-own-hairline);
    border-radius: var(--spv-own-radius);
    background: var(--spv-surface, transparent);
    overflow-wrap: anywhere;
    line-height: 1.5;
  }
  .panel,
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--spv-own-space);
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .heading {
    font: inherit;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .lead {
    margin-block-start: -10px;
  }
  .note,
  .loading,
  .keeps {
    font-size: 0.9375em;
    color: var(--spv-own-muted);
  }
  .keeps {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--spv-own-good);
    color: inherit;
  }
  .alert {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--spv-own-bad);
  }
  .callout {
    padding: 12px 16px;
    border-radius: calc(var(--spv-own-radius) * 0.7);
    background: var(--spv-own-faint);
  }
  .label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  .plain,
  .checks,
  .steps {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.35em;
  }
  .checks {
    list-style: none;
    padding: 0;
    gap: 10px;
  }
  .checks li {
    position: relative;
    padding-inline-start: 28px;
  }
  .checks li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.3em;
    inset-inline-start: 5px;
    inline-size: 6px;
    block-size: 11px;
    border: solid var(--spv-own-good);
    border-width: 0 2px 2px 0;
    rotate: 40deg;
  }
  .steps li::marker {
    color: var(--spv-own-muted);
    font-variant-numeric: tabular-nums;
  }

  .path {
    counter-reset: step;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    list-style: none;
  }
  .path li {
    counter-increment: step;
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .path li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--spv-own-accent) 16%, transparent);
    font-size: 0.875em;
    font-weight: 600;
  }

  .question,
  .questions {
    display: grid;
    gap: 8px;
  }
  .questions {
    gap: var(--spv-own-space);
  }
  legend {
    margin-block-end: 8px;
  }

  .cause {
    display: grid;
    gap: 8px;
    padding: 12px 16px 16px;
    border-radius: calc(var(--spv-own-radius) * 0.7);
    background: var(--spv-own-faint);
  }
  .cause .label {
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--spv-own-muted);
  }
  .cause-title {
    font: inherit;
    font-weight: 650;
  }
  .cause .cause-title {
    margin-block-start: -6px;
    font-size: 1.0625em;
  }
  .other {
    display: grid;
    gap: 6px;
  }
  .other + .other {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--spv-own-hairline);
  }
  .support {
    padding: 12px;
    border-radius: calc(var(--spv-own-radius) * 0.7);
    background: var(--spv-own-faint);
    font:
      0.8125em / 1.5 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    :is(.cause, .callout, .support) {
      border: 1px solid CanvasText;
    }
  }
`;
