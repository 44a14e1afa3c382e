import type { SpvAuthorize } from 'spv-authorize';
import {
  exampleConnection,
  MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryStep,
  SpvProblem,
} from 'spv-authorize';
import { type ConnectedAuthorization, type Failure, type FailureCode, resultChannelName } from 'spv-authorize/contract';
import { failure } from '../support/failure.ts';
import { settled } from '../support/settled.ts';

/** One screen: an adapter, and what a person does until the screen is shown. */
export interface Scene {
  readonly name: string;
  readonly adapter: () => MemoryAdapter;
  /** Buttons pressed in order, by CSS selector in the shadow root, with their number among the matches. */
  readonly press?: readonly (readonly [selector: string, index?: number])[];
  readonly openDetails?: boolean;
  readonly blockWindow?: boolean;
  /** The person closes ANAF's window. */
  readonly closeWindow?: boolean;
  /** The tab went to ANAF and came back. */
  readonly resume?: boolean;
  /** How often the result page says "look again" at the end. */
  readonly calls?: number;
}

const begin = ['.primary'] as const;
const ownCertificate = ['.row'] as const;
const go = ['.primary'] as const;
const toAnaf = [begin, ownCertificate, go];
const finished = ['.actions .secondary'] as const;
const day = 86_400;
const otherCompany = failure('no-right-for-company', {
  certificate: { issuer: 'DigiSign Qualified CA Class 3 2017', serial: '41 0C 77 E1' },
});

export const scenes: readonly Scene[] = [
  { name: 'none', adapter: memory() },
  { name: 'none-may-not', adapter: memory({ answer: { permissions: ['view'] } }) },
  { name: 'choose', adapter: memory(), press: [begin] },
  { name: 'guide', adapter: memory(), press: [begin, ['.row', 1]] },
  { name: 'checklist', adapter: memory(), press: [begin, ownCertificate] },
  { name: 'checklist-open', adapter: memory(), press: [begin, ownCertificate], openDetails: true },
  { name: 'at-anaf', adapter: memory({ steps: ['at-anaf'] }), press: toAnaf },
  { name: 'at-anaf-asked', adapter: memory({ steps: ['at-anaf'] }), press: [...toAnaf, finished], openDetails: true },
  { name: 'at-anaf-gone', adapter: memory({ steps: ['at-anaf'] }), press: toAnaf, closeWindow: true, calls: 1 },
  { name: 'at-anaf-silent', adapter: silent('at-anaf'), press: toAnaf, calls: 3 },
  { name: 'back-in-the-tab', adapter: memory({ steps: ['at-anaf'] }), resume: true },
  { name: 'failure-back-in-the-tab', adapter: memory({ steps: [otherCompany] }), resume: true },
  { name: 'verifying-silent', adapter: silent('verifying'), press: toAnaf, calls: 3 },
  { name: 'verifying', adapter: memory({ steps: ['verifying'] }), press: toAnaf },
  { name: 'success', adapter: memory({ steps: ['succeeded'] }), press: toAnaf },
  failed('failure-access-denied', 'access-denied', { answeredAfterSeconds: 7.2 }),
  { ...failed('failure-access-denied-open', 'access-denied', { answeredAfterSeconds: 0.4 }), openDetails: true },
  { name: 'failure-other-company', adapter: memory({ steps: [otherCompany] }), press: toAnaf },
  failed('failure-anaf-down', 'anaf-unavailable', {}),
  failed('failure-application', 'application-refused', {}),
  { name: 'failure-window-blocked', adapter: memory(), press: toAnaf, blockWindow: true },
  {
    name: 'failure-window-blocked-no-redirect',
    adapter: memory({ answer: { capabilities: [] } }),
    press: toAnaf,
    blockWindow: true,
  },
  {
    name: 'failure-stranded',
    adapter: memory({ steps: ['at-anaf'] }),
    press: [...toAnaf, finished, ['.sight', 2]],
  },
  {
    name: 'elsewhere',
    adapter: memory({ steps: ['at-anaf'] }),
    press: [...toAnaf, finished, ['.sight', 3], ['.primary']],
  },
  connected('status-active', {}),
  {
    ...connected('status-active-open', { rights: { verdict: 'granted', checkedAt: exampleConnection.authorizedAt } }),
    openDetails: true,
  },
  connected('status-expiring', {
    status: 'expiring',
    accessExpiresAt: exampleConnection.authorizedAt + 4 * day,
    renewal: { lastResult: 'rejected', lastAttemptAt: exampleConnection.authorizedAt - day },
  }),
  connected('status-expired', { status: 'expired', accessExpiresAt: exampleConnection.authorizedAt - 2 * day }),
  connected('status-revoked', { status: 'revoked' }),
  connected('status-no-rights', {
    status: 'no-rights',
    rights: { verdict: 'denied', checkedAt: exampleConnection.authorizedAt - day },
  }),
  connected('status-checking', { status: 'checking', rights: { verdict: 'unknown' } }),
  { ...connected('disconnect', {}), press: [['.secondary:last-of-type', -1]] },
  { name: 'problem', adapter: failing('unreachable') },
  { name: 'problem-session', adapter: failing('session-expired') },
];

/** Puts the element into the page, plays the scene's steps and resolves when its screen is shown. */
export async function play(scene: Scene, element: SpvAuthorize, language: string): Promise<void> {
  element.lang = language;
  if (scene.resume) sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
  const { open } = window;
  let opened: Window | null = null;
  window.open = (...address) => {
    opened = open(...address);
    return opened;
  };
  element.adapter = scene.adapter();
  if (!element.isConnected) document.body.append(element);
  await settled(element);
  const { shadowRoot } = element;
  if (!shadowRoot) throw new Error(`${scene.name}: the element shows nothing`);
  for (const [selector, index = 0] of scene.press ?? []) {
    const target = [...shadowRoot.querySelectorAll<HTMLElement>(selector)].at(index);
    if (!target) throw new Error(`${scene.name}: nothing matches ${selector}`);
    target.click();
    await settled(element);
  }
  if (scene.closeWindow) (opened as Window | null)?.close();
  for (let count = 0; count < (scene.calls ?? 0); count += 1) {
    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: '1' }));
    await settled(element);
  }
  window.open = open;
  sessionStorage.clear();
  if (scene.openDetails) openAll(scene.name, shadowRoot.querySelectorAll('details'));
}

function openAll(scene: string, all: NodeListOf<HTMLDetailsElement>): void {
  if (all.length === 0) throw new Error(`${scene}: there is nothing to open`);
  for (const details of all) details.open = true;
}

function memory(options?: MemoryAdapterOptions): () => MemoryAdapter {
  return () => new MemoryAdapter(options);
}

function connected(name: string, differences: Partial<ConnectedAuthorization>): Scene {
  return { name, adapter: memory({ answer: { authorization: { ...exampleConnection, ...differences } } }) };
}

function failed(name: string, code: FailureCode, evidence: Failure['evidence']): Scene {
  return { name, adapter: memory({ steps: [failure(code, evidence)] }), press: toAnaf };
}

/** A backend that answers the first read of the attempt and no other. */
function silent(first: MemoryStep): () => MemoryAdapter {
  return () => {
    const adapter = new MemoryAdapter({ steps: [first] });
    const readAttempt = adapter.readAttempt.bind(adapter);
    let reads = 0;
    adapter.readAttempt = (...args) => {
      reads += 1;
      if (reads > 1) adapter.failNext(new SpvProblem('unreachable', 'scripted'));
      return readAttempt(...args);
    };
    return adapter;
  };
}

function failing(code: SpvProblem['code']): () => MemoryAdapter {
  return () => {
    const adapter = new MemoryAdapter();
    adapter.failNext(new SpvProblem(code, 'scripted', { reference: '7F3K' }));
    return adapter;
  };
}
