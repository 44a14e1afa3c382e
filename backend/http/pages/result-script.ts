import { resultChannelName } from 'spv-authorize/contract';

/** In the address of a result page that was shown once: the opening's id, so that the page can be loaded again. */
export const resultParameter = 'result';

/**
 * The only script of the pages; the Content-Security-Policy carries its hash. It takes state and code out of the address,
 * tells whoever waits to look again, and closes the window or leads back after a success. Everything on the page is also
 * there without it.
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
