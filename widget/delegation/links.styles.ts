import type { CSSResult } from 'lit';
import type { Kit } from '../views/kit.ts';

/** The list of links, the address of a new one, and the form for an e-mail. */
export function linksStyles({ css }: Pick<Kit, 'css'>): CSSResult {
  return css`
    .new-link,
    .field,
    .mail,
    .link-list {
      display: grid;
      gap: 8px;
    }
    .new-link .copy-text {
      inline-size: 100%;
    }
    .new-link .actions,
    .link .actions {
      margin-block: -4px;
    }
    .link .actions {
      column-gap: 16px;
    }
    .mail {
      gap: 16px;
      padding: 12px 16px 8px;
      border-radius: calc(var(--spv-own-radius) * 0.7);
      background: var(--spv-own-faint);
    }
    .qr {
      inline-size: min(100%, 14rem);
      border-radius: 4px;
      background: #ffffff;
      fill: #000000;
      shape-rendering: crispEdges;
      forced-color-adjust: none;
    }
    .field label {
      font-weight: 600;
    }
    .field :is(input, textarea) {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 8px 12px;
      border: 1px solid var(--spv-own-muted);
      border-radius: calc(var(--spv-own-radius) * 0.7);
      background: var(--spv-surface, transparent);
      color: inherit;
      font: inherit;
    }
    .field textarea {
      resize: vertical;
    }
    textarea:focus-visible {
      outline: 2px solid var(--spv-own-accent);
      outline-offset: 2px;
    }
    .field [aria-invalid='true'] {
      border-color: var(--spv-own-bad);
    }
    h3.label {
      font: inherit;
      font-weight: 600;
    }
    .links {
      list-style: none;
    }
    .link {
      display: grid;
      gap: 4px;
      padding-block: 10px;
      border-block-start: 1px solid var(--spv-own-hairline);
    }
    .link-line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 16px;
    }
    .link-name {
      font-weight: 600;
    }
    .link-state {
      color: var(--spv-own-muted);
    }
    .link:is([data-state='opened'], [data-state='in-progress']) .link-state {
      color: var(--spv-own-accent);
    }
    .link[data-state='completed'] .link-state {
      color: var(--spv-own-good);
    }
    .link:is([data-state='no-rights'], [data-state='declined']) .link-state {
      color: var(--spv-own-bad);
    }
  `;
}
