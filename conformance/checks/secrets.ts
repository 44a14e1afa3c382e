import { expect } from '../probe/expectation.ts';
import type { Check } from './check.ts';

/** Run last: they judge everything that the backend answered before. */
export const secretChecks: readonly Check[] = [
  {
    id: 'secrets-in-answers',
    level: 'connect',
    fact: 'No answer and no page of this run contains a token, a code or the client secret.',
    run: async (subject) => {
      const { secrets } = subject.anaf;
      expect(secrets.size > 1, 'ANAF issued nothing in this run');
      for (const [secret, what] of secrets) {
        const requests = subject.transcript.requestsAnsweredWith(secret);
        expect(requests.length === 0, `${what} is in the answer of ${requests.join(', ')}`);
      }
    },
  },
  {
    id: 'secrets-in-browsers',
    level: 'connect',
    fact: 'No browser brought a token to ANAF: tokens stay on the backend.',
    run: async (subject) => {
      const seen = subject.anaf.mock.journal.count({ about: { tokenSeenBy: 'browser' } });
      expect(seen === 0, `${seen} requests with a token came from a browser`);
    },
  },
];
