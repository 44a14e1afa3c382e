import { css } from 'lit';

/** The dialog of `ensureAuthorized()` and `open()`. The page behind it is only darkened. */
export const dialog = css`
  dialog {
    box-sizing: border-box;
    inline-size: min(30rem, 100vw - 24px);
    max-block-size: calc(100dvh - 24px);
    padding: 0;
    border: 0;
    border-radius: var(--spv-own-radius);
    background: var(--spv-dialog-surface, Canvas);
    color: var(--spv-dialog-text, CanvasText);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .dialog-bar {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 6px;
  }
  dialog .connection {
    margin-inline-end: 36px;
  }
  .close {
    min-inline-size: 44px;
    padding: 0;
  }
  .close::before {
    content: '\\2715';
  }
`;
