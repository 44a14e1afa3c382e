import { css } from 'lit';

/** The drawn line between the company and ANAF. */
export const line = css`
  .connection {
    display: grid;
    gap: 6px;
  }

  .mark {
    --spv-own-ink: color-mix(in srgb, currentColor 55%, transparent);
    display: flex;
    align-items: center;
    position: relative;
    block-size: 14px;
    color: inherit;
  }

  .node {
    flex: none;
    box-sizing: border-box;
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid var(--spv-own-ink);
    border-radius: 50%;
  }

  .wire {
    flex: auto;
    block-size: 2px;
    background: repeating-linear-gradient(90deg, var(--spv-own-ink) 0 2px, transparent 2px 8px);
  }

  .mark[data-line='moving'] {
    --spv-own-ink: var(--spv-own-accent);
  }
  .mark[data-line='moving'] .node:first-child {
    background: var(--spv-own-ink);
  }
  .mark[data-line='moving'] .wire {
    background: repeating-linear-gradient(90deg, var(--spv-own-ink) 0 12px, transparent 12px 20px);
    background-size: calc(100% + 20px) 100%;
    animation: travel 0.9s linear infinite;
  }

  .mark[data-line='closed'] {
    --spv-own-ink: var(--spv-own-good);
  }
  .mark:is([data-line='closed'], [data-line='gap']) .node {
    background: var(--spv-own-ink);
  }
  .mark[data-line='closed'] .wire {
    background: var(--spv-own-ink);
  }

  .mark[data-line='gap'] {
    --spv-own-ink: var(--spv-own-attention);
  }
  .mark[data-line='gap'] .wire {
    background: linear-gradient(90deg, var(--spv-own-ink) 44%, transparent 44% 56%, var(--spv-own-ink) 56%);
  }

  .mark[data-line='broken'] {
    --spv-own-ink: var(--spv-own-bad);
  }
  .mark[data-line='broken'] .wire {
    background: linear-gradient(90deg, var(--spv-own-ink) calc(50% - 14px), transparent 0 calc(50% + 14px), var(--spv-own-ink) 0);
  }
  .mark[data-line='broken']::before,
  .mark[data-line='broken']::after {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: calc(50% - 8px);
    inline-size: 16px;
    block-size: 2px;
    background: var(--spv-own-ink);
    rotate: 45deg;
  }
  .mark[data-line='broken']::after {
    rotate: -45deg;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    font-size: 0.8125em;
    line-height: 1.3;
    color: var(--spv-own-muted);
  }

  @keyframes travel {
    from {
      background-position-x: -20px;
    }
    to {
      background-position-x: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .mark[data-line='moving'] .wire {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .mark,
    .mark[data-line] {
      --spv-own-ink: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
