/**
 * Runs in a frame of `form-navigation.spec.ts`. The frame's name says which address to open and where; what the address reports is
 * passed on to the parent.
 */
import { openIn } from 'spv-authorize/internal/browser/form-navigation.ts';

const { place, url } = Object.fromEntries(new URLSearchParams(window.name));
if (!place || !url) throw new TypeError('the name of the frame must have a place and an address');

if (place === 'tab') {
  openIn(window, url, true);
} else {
  const opened = window.open('about:blank', '_blank', 'popup,width=300,height=300');
  if (!opened) throw new Error('the browser blocked the window');
  window.addEventListener('message', ({ data }) => {
    opened.close();
    parent.postMessage(data, '*');
  });
  if (place === 'window') openIn(opened, url, true);
  // The element waits for the backend first.
  else setTimeout(() => openIn(opened, url, true), 50);
}
