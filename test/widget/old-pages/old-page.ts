/**
 * Runs in a frame of `old-pages.spec.ts`: the element of an earlier bundle against a backend that answers with values which did not
 * exist when the bundle was built. Reports the element's text to its parent.
 */
import { exampleAnswer, exampleConnection } from 'spv-authorize';
import { textOf } from '../support/text.ts';
import { until } from '../support/until.ts';

const { bundle, status } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
if (!bundle || !status) throw new TypeError('the address must name a bundle and a status');
const { HttpAdapter, SpvAuthorize } = await import(/* @vite-ignore */ bundle);

const answer = {
  ...exampleAnswer,
  capabilities: ['telepathy', ...exampleAnswer.capabilities],
  permissions: ['audit', ...exampleAnswer.permissions],
  application: { ...exampleAnswer.application, services: ['e-factura', 'e-sigiliu'] },
  authorization: status === 'none' ? { status } : { ...exampleConnection, status },
  addedLater: { of: ['any', 'kind'] },
};

const element = new SpvAuthorize();
element.adapter = new HttpAdapter({
  baseUrl: 'https://spv.example',
  getSession: async () => 'session',
  fetch: async () => Response.json(answer),
});
document.body.append(element);
const text = (): string => textOf(element.shadowRoot.querySelector('.panel') ?? element);
await until(() => text() !== '' && !text().includes('Se verifică autorizarea…'), 'the element shows its first screen');
parent.postMessage({ text: text(), buttons: element.shadowRoot.querySelectorAll('button').length }, '*');
