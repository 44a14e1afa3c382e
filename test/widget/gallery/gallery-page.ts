import { SpvAuthorize } from 'spv-authorize/define';
import { FakeWindow } from '../support/fake-window.ts';
import { play, scenes } from './scenes.ts';

// gallery.html?lang=en&scheme=dark&width=320&scene=none: every scene, or those whose names begin like that.
const query = new URLSearchParams(location.search);
const wanted = query.get('scene');
document.documentElement.dataset.scheme = query.get('scheme') ?? 'light';
document.documentElement.style.setProperty('--width', query.get('width') ?? '480');
const main = document.createElement('main');
document.body.append(main);

for (const scene of scenes.filter(({ name }) => name.startsWith(wanted ?? ''))) {
  const figure = document.createElement('figure');
  figure.id = scene.name;
  const caption = document.createElement('figcaption');
  caption.textContent = scene.name;
  const element = new SpvAuthorize();
  figure.append(caption, element);
  main.append(figure);
  // The gallery opens no windows.
  window.open = () => (scene.blockWindow ? null : fakeWindow());
  await play(scene, element, query.get('lang') ?? 'ro');
}
document.documentElement.dataset.ready = 'yes';

function fakeWindow(): Window {
  // The element uses only these members of a window.
  return new FakeWindow() as unknown as Window;
}
