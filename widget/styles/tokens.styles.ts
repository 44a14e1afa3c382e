import { css } from 'lit';

/**
 * The values that all styles use. Each takes the host's `--spv-…` property or a default; the prefix `--spv-own-` keeps a page's
 * own `--accent` from having an effect here. Font and text colour are inherited, lines and secondary text derive from the text
 * colour, and the other colours have a light and a dark value for the host's `color-scheme`.
 */
export const tokens = css`
  :host {
    --spv-own-accent: var(--spv-accent, light-dark(#0a5c9e, #8cc4f5));
    --spv-own-on-accent: var(--spv-on-accent, light-dark(#ffffff, #06243d));
    --spv-own-good: var(--spv-good, light-dark(#1a7042, #6fcf97));
    --spv-own-attention: var(--spv-attention, light-dark(#8f5600, #f0b65a));
    --spv-own-bad: var(--spv-bad, light-dark(#b3261e, #ff9b90));
    --spv-own-muted: var(--spv-muted, color-mix(in srgb, currentColor 74%, transparent));
    --spv-own-hairline: var(--spv-border, color-mix(in srgb, currentColor 22%, transparent));
    --spv-own-faint: color-mix(in srgb, currentColor 6%, transparent);
    --spv-own-radius: var(--spv-radius, 10px);
    --spv-own-space: var(--spv-space, 16px);
  }
`;
