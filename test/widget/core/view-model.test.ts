import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Authorization, anafWindowSights, diagnose, type Failure } from 'spv-authorize/contract';
import { exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { withReply } from 'spv-authorize/internal/core/local-failure.ts';
import type { Line, ProblemKind, Screen } from 'spv-authorize/internal/core/screen.ts';
import type { Failed, Problem, State } from 'spv-authorize/internal/core/state.ts';
import { viewModel } from 'spv-authorize/internal/core/view-model.ts';
import { accessDenied, authorized, inviting, notAuthorized, type StateLabel, states } from './samples.ts';

const day = 86_400;
const address = 'https://spv.example/authorize/ticket';
const exampleSubject = {
  company: 'Exemplu SRL',
  taxId: '12345674',
  application: 'FacturaApp',
  services: ['e-factura'],
  warnsNobody: false,
  supportEmail: 'ajutor@facturaapp.example',
};

const open = { line: 'open', keeps: false };
const none = { ...open, mayInvite: false };
const moving = { line: 'moving', keeps: false };
const closed = { line: 'closed', keeps: true };
const atAnaf = {
  ...moving,
  name: 'at-anaf',
  place: 'window',
  asking: false,
  silent: false,
  sights: [...anafWindowSights],
  address,
};
const verifying = { ...moving, name: 'verifying', silent: false, mayGiveUp: true };
const status = {
  ...closed,
  name: 'status',
  status: 'active',
  need: 'nothing',
  now: notAuthorized.now,
  daysLeft: 90,
  connection: exampleConnection,
  mayAuthorize: true,
  mayVerify: true,
  mayDisconnect: true,
  mayInvite: false,
  verifying: false,
};

/** What each state shows besides the subject. Failures have a table of their own in `failure-screen.test.ts`. */
const screens = {
  loading: { name: 'loading', line: 'open' },
  problem: { name: 'problem', line: 'open', kind: 'unreachable', problem: { code: 'unreachable' } },
  none: { ...none, name: 'none', mayAuthorize: true },
  'none, view only': { ...none, name: 'none', mayAuthorize: false },
  choose: { ...none, name: 'choose' },
  'choose, may invite': { ...open, name: 'choose', mayInvite: true },
  'links from none': { ...open, name: 'links', mayMail: true },
  guide: { ...none, name: 'guide' },
  checklist: { ...none, name: 'checklist', again: false },
  'checklist, authorized before': { ...closed, name: 'checklist', again: true, mayInvite: false },
  'starting in a window': { ...moving, name: 'starting' },
  'starting in the tab': { ...moving, name: 'starting' },
  leaving: { ...moving, name: 'starting' },
  'at ANAF': atAnaf,
  'at ANAF, asked': { ...atAnaf, asking: true },
  'at ANAF, window gone': { ...atAnaf, place: 'gone', asking: true },
  'at ANAF, backend silent': { ...atAnaf, silent: true },
  'at ANAF again': { ...atAnaf, place: 'elsewhere' },
  verifying,
  'verifying, backend silent': { ...verifying, silent: true },
  'verifying, settled': { ...verifying, mayGiveUp: false },
  success: { ...closed, name: 'success', reauthorizeBy: exampleConnection.reauthorizeBy },
  'success, read too early': { ...open, line: 'closed', name: 'success' },
  status,
  'status, verifying': { ...status, verifying: true },
  'status, view only': { ...status, mayAuthorize: false, mayVerify: false, mayDisconnect: false },
  'status, may not disconnect': { ...status, mayDisconnect: false },
  disconnect: { ...closed, name: 'disconnect', sent: false },
  'disconnect, sent': { ...closed, name: 'disconnect', sent: true },
} as const satisfies Partial<Record<StateLabel, object>>;

describe('viewModel', () => {
  it('every state has a screen', () => {
    const names = Object.values(states).map((state) => viewModel(state).name);

    assert.equal(new Set(names).size, 14);
  });

  for (const [label, expected] of Object.entries(screens)) {
    it(`the state "${label}" shows exactly its screen`, () => {
      // The keys of `screens` are those of `states`.
      const { subject, ...screen } = { subject: undefined, ...viewModel(states[label as StateLabel]) };

      assert.deepEqual(screen, expected);
      assert.deepEqual(subject, ['loading', 'problem'].includes(label) ? undefined : exampleSubject);
    });
  }

  it('the subject has the support address, the privacy page and the help only when the application has them', () => {
    const { supportEmail: _, ...without } = notAuthorized.application;
    const addresses = { privacyUrl: 'https://app.example/privacy', helpUrl: 'https://app.example/help' };
    const subjects = [without, { ...without, ...addresses }].map((application) => {
      const screen = viewModel({ name: 'none', answer: { ...notAuthorized, application } });
      return 'subject' in screen ? Object.keys(screen.subject) : [];
    });

    assert.deepEqual(subjects, [
      ['company', 'taxId', 'application', 'services', 'warnsNobody'],
      ['company', 'taxId', 'application', 'services', 'warnsNobody', 'privacyUrl', 'helpUrl'],
    ]);
  });

  const problems: readonly (readonly [Problem['code'], ProblemKind])[] = [
    ['session-missing', 'session'],
    ['session-expired', 'session'],
    ['permission-missing', 'permission'],
    ['rate-limited', 'too-many'],
    ['unreachable', 'unreachable'],
    ['internal-error', 'unreachable'],
    ['anaf-unavailable', 'unreachable'],
    ['unreadable', 'setup'],
    ['origin-refused', 'setup'],
  ];
  for (const [code, kind] of problems) {
    it(`the problem ${code} is shown as "${kind}", alone and beside a status`, () => {
      const alone = viewModel({ name: 'problem', problem: { code } });
      const beside = viewModel({ ...states.status, problem: { code } });

      assert.deepEqual(alone, { name: 'problem', line: 'open', kind, problem: { code } });
      assert.equal('problem' in beside && beside.problem, kind);
    });
  }

  const statuses: readonly (readonly [Exclude<Authorization['status'], 'none'>, Line, string])[] = [
    ['checking', 'moving', 'nothing'],
    ['active', 'closed', 'nothing'],
    ['expiring', 'gap', 'soon'],
    ['expired', 'broken', 'now'],
    ['revoked', 'broken', 'now'],
    ['no-rights', 'broken', 'now'],
  ];
  for (const [status, line, need] of statuses) {
    it(`the status ${status} is drawn with the line ${line} and needs action: ${need}`, () => {
      const screen = statusScreen({ ...exampleConnection, status });

      assert.equal(screen.line, line);
      assert.equal(screen.need, need);
    });
  }

  it('the days left are counted from the backend’s clock and rounded up', () => {
    const expiring = { ...exampleConnection, status: 'expiring' } as const;

    assert.equal(statusScreen({ ...expiring, accessExpiresAt: notAuthorized.now + 3 * day + 1 }).daysLeft, 4);
    assert.equal(statusScreen({ ...expiring, accessExpiresAt: notAuthorized.now - day }).daysLeft, 0);
  });

  it('the status offers no action that the backend or the session lacks', () => {
    const screen = viewModel(states['status, view only']);

    assert.ok(screen.name === 'status');
    assert.deepEqual([screen.mayAuthorize, screen.mayVerify, screen.mayDisconnect], [false, false, false]);
  });

  it('the screens say that nobody is told only when the backend says so', () => {
    const said = [true, false, undefined].map((warnsByEmail) => {
      const { warnsByEmail: _, ...rest } = authorized;
      const answer = warnsByEmail === undefined ? rest : { ...rest, warnsByEmail };
      const screen = viewModel({ name: 'status', answer, verifying: false });
      return screen.name === 'status' && screen.subject.warnsNobody;
    });

    assert.deepEqual(said, [false, true, false]);
  });

  it('a failure offers a link to somebody else, except when the application itself has to be mended', () => {
    const offered = (['access-denied', 'no-right-for-company', 'application-refused'] as const).map(
      (code) => failed(of(code), { answer: inviting }).mayInvite,
    );

    assert.deepEqual(offered, [true, true, false]);
  });

  it('the two questions are asked for access-denied and for no other code', () => {
    const asked = ['access-denied', 'anaf-unavailable', 'no-right-for-company', 'code-expired'] as const;
    const counts = asked.map((code) => failed({ ...accessDenied, code }).questions.length);

    assert.deepEqual(counts, [2, 0, 0, 0]);
  });

  it('the two questions are asked when ANAF’s page said that no certificate was presented', () => {
    const evidence = { sight: 'certificate-not-presented' } as const;
    const failure = { ...accessDenied, code: 'not-returned', evidence } as const;

    assert.equal(failed(failure).questions.length, 2);
  });

  it('the filled button is the cure of the first cause, and changes when an answer changes the first cause', () => {
    const before = failed({ ...accessDenied, evidence: { earlierOpeningInSameBrowser: true } });
    const after = failed(
      withReply({ ...accessDenied, evidence: { earlierOpeningInSameBrowser: true } }, 'chooserSeen', 'no'),
    );

    assert.deepEqual([before.first.cause, before.cure], ['no-certificate-chosen', 'retry']);
    assert.deepEqual([after.first.cause, after.cure], ['browser-remembers-no-certificate', 'private-window']);
  });

  it('the filled button tries again when the cure is not possible', () => {
    const failure = of('no-right-for-company');

    assert.equal(failed(failure).cure, 'private-window');
    assert.equal(failed(of('window-blocked'), { answer: { ...notAuthorized, capabilities: [] } }).cure, 'retry');
  });

  it('a private window is offered with the attempt’s address, or without it when the address has to be asked for', () => {
    const cases = [
      failed(of('no-right-for-company')),
      failed(of('no-right-for-company'), { withAttempt: false }),
      failed(of('anaf-unavailable'), { withAttempt: false }),
    ];

    assert.deepEqual(
      cases.map(({ privateWindow }) => privateWindow),
      [{ address: 'https://spv.example/authorize/ticket' }, {}, undefined],
    );
  });

  it('no private window is offered when only the application’s team can help', () => {
    const screen = failed(of('application-refused'));

    assert.equal(screen.cure, 'tell-support');
    assert.equal(screen.privateWindow, undefined);
  });

  it('the backend is called silent after three unanswered reads, and not before', () => {
    const screens = [2, 3].map((unanswered) => viewModel({ ...states['at ANAF'], unanswered }));

    assert.deepEqual(
      screens.map((screen) => screen.name === 'at-anaf' && screen.silent),
      [false, true],
    );
  });

  it('the screen after a return in the same tab has no address and no answers about a window', () => {
    const screen = viewModel(states['at ANAF after a redirect']);

    assert.ok(screen.name === 'at-anaf');
    assert.equal('address' in screen, false);
    assert.deepEqual(
      anafWindowSights.filter((sight) => !screen.sights.includes(sight)),
      ['still-choosing', 'closed'],
    );
    assert.equal(screen.sights.length, anafWindowSights.length - 2);
  });

  it('a failure with a usable authorization says that it is kept, and draws its line instead of a broken one', () => {
    const screen = failed(of('anaf-unavailable'), { answer: authorized });

    assert.deepEqual([screen.keeps, screen.line], [true, 'closed']);
    assert.equal(failed(of('anaf-unavailable')).line, 'broken');
  });

  it('the text for support has no address, ticket or name of a person', () => {
    const { supportText } = failed(accessDenied);

    assert.match(supportText, /failure: access-denied/);
    assert.match(supportText, /reference: 7F3K/);
    assert.doesNotMatch(supportText, /https?:|ticket|Maria|Exemplu/);
  });
});

function of(code: Failure['code']): Failure {
  return { ...accessDenied, code, evidence: {}, diagnosis: diagnose(code, {}) };
}

function failed(
  failure: Failure,
  { withAttempt = true, answer = notAuthorized }: { withAttempt?: boolean; answer?: Failed['answer'] } = {},
): Extract<Screen, { name: 'failure' }> {
  const { attempt } = states.failure;
  const state: State = { name: 'failure', answer, failure, ...(withAttempt && { attempt }) };
  const screen = viewModel(state);
  assert.ok(screen.name === 'failure');
  return screen;
}

function statusScreen(authorization: Authorization): Extract<Screen, { name: 'status' }> {
  const screen = viewModel({ name: 'status', answer: { ...notAuthorized, authorization }, verifying: false });
  assert.ok(screen.name === 'status');
  return screen;
}
