import { attemptAnswer } from 'spv-authorize/contract';
import { expect, expectBody, expectProblem, expectStatus } from '../probe/expectation.ts';
import type { Check } from './check.ts';

const daySeconds = 86_400;

/** The API of the element: what it answers without ANAF. */
export const answerChecks: readonly Check[] = [
  {
    id: 'authorization-answer',
    level: 'connect',
    fact: 'GET /v1/authorization matches the schema, and names the company and permissions of the session.',
    run: async (subject) => {
      const request = subject.newCompany();
      const site = await subject.open(request);
      const answer = await site.readAuthorization();
      const { company, permissions, authorization, now } = answer;
      expect(company.taxId === request.taxId, `the CUI is ${company.taxId}, not ${request.taxId}`);
      expect(company.name === request.companyName, `the name is "${company.name}", not "${request.companyName}"`);
      const [has, wanted] = [[...permissions].sort().join(), [...request.permissions].sort().join()];
      expect(has === wanted, `the permissions are ${has}, not ${wanted}`);
      expect(authorization.status === 'none', `a new company is "${authorization.status}"`);
      const apart = Math.abs(now - Date.now() / 1000);
      expect(apart < daySeconds, `"now" is ${Math.round(apart)} seconds away: it must be epoch seconds`);
    },
  },
  {
    id: 'attempt-start',
    level: 'connect',
    fact: 'POST /v1/attempts answers 201 with a new attempt and an address of the backend that cannot be guessed.',
    run: async (subject) => {
      const site = await subject.open();
      const [first, second] = [await site.start(), await site.start()];
      expect(first.attempt.state === 'created', `a new attempt is "${first.attempt.state}"`);
      const lifetime = first.attempt.expiresAt - first.now;
      expect(lifetime > 60 && lifetime <= 3600, `an attempt lasts ${lifetime} seconds`);
      expect(first.attempt.attemptId !== second.attempt.attemptId, 'two attempts have the same id');
      const path = `${subject.baseUrl}/authorize/`;
      expect(first.authorizeUrl.startsWith(path), `the address does not start with ${path}`);
      const ticket = first.authorizeUrl.slice(path.length);
      expect(ticket.length >= 22, `a ticket of ${ticket.length} characters can be guessed`);
      expect(first.authorizeUrl !== second.authorizeUrl, 'two attempts have the same address');
    },
  },
  {
    id: 'attempt-request-checked',
    level: 'connect',
    fact: 'A body that is not JSON, or has no known mode, is answered with 400 and the code malformed-request.',
    run: async (subject) => {
      const site = await subject.open();
      for (const body of ['{}', '{"mode":"by-pigeon"}', '[]', 'no JSON'])
        expectProblem(await site.call('POST', '/attempts', { body }), 400, ['malformed-request']);
    },
  },
  {
    id: 'attempt-read',
    level: 'connect',
    fact: 'GET /v1/attempts/{id} answers the attempt without its secret address; an unknown one is 404 attempt-unknown.',
    run: async (subject) => {
      const site = await subject.open();
      const { attempt, authorizeUrl } = await site.start();
      const answer = await site.call('GET', `/attempts/${attempt.attemptId}`);
      const read = expectBody(answer, 200, attemptAnswer).attempt;
      expect(read.attemptId === attempt.attemptId, 'the answer is about another attempt');
      const ticket = authorizeUrl.slice(authorizeUrl.lastIndexOf('/') + 1);
      expect(!answer.body.includes(ticket), 'the answer contains the secret address');
      for (const id of ['unknown', '00000000-0000-4000-8000-000000000000', '..%2f..%2fetc', '0000000000000000'])
        expectProblem(await site.call('GET', `/attempts/${id}`), 404, ['attempt-unknown']);
    },
  },
  {
    id: 'attempt-cancel',
    level: 'connect',
    fact: 'DELETE /v1/attempts/{id} answers 204, and the attempt leads to ANAF no more.',
    run: async (subject) => {
      const site = await subject.open();
      const { attempt, authorizeUrl } = await site.start();
      expectStatus(await site.call('DELETE', `/attempts/${attempt.attemptId}`), [204]);
      const read = await site.readAttempt(attempt.attemptId);
      const code = read.state === 'failed' ? read.failure.code : read.state;
      expect(code === 'cancelled' || code === 'lapsed', `the attempt is "${code}", not failed with the code cancelled`);
      const browser = subject.newBrowser();
      const page = await browser.visit(authorizeUrl);
      const sent =
        (await browser.pressButton(page, authorizeUrl)) ?? (await browser.post(authorizeUrl, subject.origin));
      const arrival = await browser.follow(sent, authorizeUrl);
      expect(!('left' in arrival), 'the address of a cancelled attempt still leads to ANAF');
    },
  },
  {
    id: 'redirect-refused',
    level: 'connect',
    fact: 'A return address of another site, or one that a backend without the capability redirect cannot serve, is refused.',
    run: async (subject) => {
      const site = await subject.open();
      for (const returnUrl of [
        'https://elsewhere.example/',
        'javascript:alert(1)',
        `${subject.origin}.elsewhere.example/`,
      ]) {
        const answer = await site.call('POST', '/attempts', { body: { mode: 'redirect', returnUrl } });
        expectProblem(answer, 400, ['return-url-refused', 'malformed-request']);
      }
    },
  },
  {
    id: 'redirect-own-origin',
    level: 'connect',
    capability: 'redirect',
    fact: 'With the capability redirect, an attempt may return to an address of the page.',
    run: async (subject) => {
      const site = await subject.open();
      await site.start({ mode: 'redirect', returnUrl: `${subject.origin}/back` });
    },
  },
  {
    id: 'unknown-path',
    level: 'connect',
    fact: 'An unknown path is answered with a problem and 404.',
    run: async (subject) => {
      const site = await subject.open();
      expectProblem(await site.call('GET', '/nothing-here'), 404, ['not-found']);
    },
  },
];
