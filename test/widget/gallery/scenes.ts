import type { SpvAuthorize } from 'spv-authorize';
import {
  exampleAnswer,
  exampleConnection,
  MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryStep,
  SpvProblem,
} from 'spv-authorize';
import {
  type ConnectedAuthorization,
  type Failure,
  type FailureCode,
  type Link,
  resultChannelName,
} from 'spv-authorize/contract';
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

const now = exampleAnswer.now;
const oneLink = { createdAt: now - 3600, changedAt: now - 900, expiresAt: now + 6 * day } as const;
const links = {
  sent: { ...oneLink, linkId: 'l1', state: 'new', email: 'ana.ionescu@cabinet-contabil.example', sentAt: now - 900 },
  opened: { ...oneLink, linkId: 'l2', state: 'opened', failure: { code: 'access-denied' } },
  inProgress: { ...oneLink, linkId: 'l3', state: 'in-progress', email: 'dan@cabinet.example' },
  noRights: { ...oneLink, linkId: 'l4', state: 'no-rights', email: 'ion@alt.example', changedAt: now - 2 * day },
  other: { ...oneLink, linkId: 'l5', state: 'other' },
  completed: { ...oneLink, linkId: 'l6', state: 'completed', email: 'dan@cabinet.example', changedAt: now - 3 * day },
  declined: { ...oneLink, linkId: 'l7', state: 'declined', email: 'elena@cabinet.example', changedAt: now - 4 * day },
  expired: { ...oneLink, linkId: 'l8', state: 'expired', changedAt: now - 5 * day },
  cancelled: { ...oneLink, linkId: 'l9', state: 'cancelled' },
} as const satisfies Record<string, Link>;
const toLinks = [begin, ['.row', 1]] as const;

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
  { name: 'choose-invite', adapter: withLinks(), press: [begin] },
  { name: 'guide-invite', adapter: withLinks(), press: [begin, ['.row', 2]] },
  { name: 'checklist-invite', adapter: withLinks(), press: [begin, ownCertificate] },
  { name: 'none-invited', adapter: withLinks({ links: [links.sent] }) },
  { name: 'none-may-only-invite', adapter: withLinks({ answer: { permissions: ['view', 'invite'] } }) },
  { name: 'failure-invite', adapter: withLinks({ steps: [otherCompany] }), press: toAnaf },
  {
    name: 'status-links',
    adapter: withLinks({ links: [links.sent], answer: { authorization: exampleConnection, warnsByEmail: false } }),
  },
  { name: 'links-empty', adapter: withLinks(), press: toLinks },
  { name: 'links-created', adapter: withLinks(), press: [...toLinks, begin], openDetails: true },
  { name: 'links-mail', adapter: withLinks(), press: [...toLinks, begin, ['.new-link .secondary']] },
  {
    name: 'links-mail-wrong',
    adapter: withLinks(),
    press: [...toLinks, begin, ['.new-link .secondary'], ['.mail .primary']],
  },
  { name: 'links-list', adapter: withLinks({ links: Object.values(links) }), press: toLinks, openDetails: true },
  {
    name: 'links-cancel',
    adapter: withLinks({ links: [links.sent, links.noRights] }),
    press: [...toLinks, ['.link .secondary', 2]],
  },
  {
    name: 'links-replaced',
    adapter: withLinks({ links: [links.sent, links.noRights] }),
    press: [...toLinks, ['.link .secondary'], ['.question .outlined']],
  },
  {
    name: 'links-send-again',
    adapter: withLinks({ links: [links.sent] }),
    press: [...toLinks, ['.link .secondary', 1]],
  },
  {
    name: 'links-limit',
    adapter: withLinks({ links: [links.sent] }, 'link-limit-reached'),
    press: [...toLinks, ['.outlined']],
  },
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
  const application = { ...exampleAnswer.application, helpUrl: 'https://app.example/spv/help' };
  return { name, adapter: memory({ steps: [failure(code, evidence)], answer: { application } }), press: toAnaf };
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

/** A backend with links. `refusal`: how it answers the first action on them. */
function withLinks(
  { answer, ...options }: MemoryAdapterOptions = {},
  refusal?: SpvProblem['code'],
): () => MemoryAdapter {
  const capabilities = [...exampleAnswer.capabilities, 'links', 'link-mail'] as const;
  return () => {
    const adapter = new MemoryAdapter({ ...options, answer: { ...answer, capabilities: [...capabilities] } });
    const createLink = adapter.createLink.bind(adapter);
    adapter.createLink = (...args) => {
      if (refusal) adapter.failNext(new SpvProblem(refusal, 'scripted'));
      return createLink(...args);
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
