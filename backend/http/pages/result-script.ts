import { resultChannelName } from 'spv-authorize/contract';

/** Query parameter of the result page's address: the opening's id, so that the page can be reloaded. */
export const resultParameter = 'result';

/**
 * The script of the result page; the Content-Security-Policy contains its hash. It removes state and code from the
 * address, tells the opener to look again, and closes the window or goes back after a success. The page is complete
 * without it.
 */
export const resultScript = `
'use strict';
(() => {
  const { attempt, opening, origin, back, succeeded } = document.body.dataset;
  history.replaceState(null, '', location.pathname + '?${resultParameter}=' + opening);
  const signal = { type: 'spv-authorize:look-again', attemptId: attempt };
  const send = (deliver) => { try { deliver(); } catch { /* another channel delivers it, and the page polls */ } };
  send(() => {
    const channel = new BroadcastChannel('${resultChannelName}');
    channel.postMessage(signal);
    channel.close();
  });
  send(() => {
    localStorage.setItem('${resultChannelName}', JSON.stringify(signal));
    localStorage.removeItem('${resultChannelName}');
  });
  send(() => { window.opener?.postMessage(signal, origin); });
  const close = document.getElementById('close');
  if (close && window.opener) {
    close.hidden = false;
    close.addEventListener('click', () => window.close());
  }
  if (succeeded === undefined) return;
  setTimeout(() => {
    if (back) location.replace(back);
    else window.close();
  }, 2000);
})();
`;
