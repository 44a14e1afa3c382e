import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saveContacts } from 'spv-authorize-backend/internal/companies/people.ts';
import { Feedback } from 'spv-authorize-backend/internal/help/feedback.ts';
import { authorize, startAttempt } from '../../support/authorize.ts';
import { breakQueries, connectionLost } from '../../support/broken-database.ts';
import { hostSecret, metricsToken } from '../../support/keys.ts';
import { setupMail, tell } from '../../support/mail-stack.ts';
import { setup } from '../../support/setup.ts';
import { Site } from '../../support/site.ts';
import type { Stack } from '../../support/stack.ts';

describe('the metrics', async () => {
  const stack = await setup({ metricsToken, pathPrefix: '/spv' });

  it('the metrics count attempts by their result, and name neither a company, a person nor an address', async () => {
    const companyId = 'company-of-nobody';
    const site = await Site.open(stack, { ...stack.newCompany(), companyId });
    await authorize(stack, site);
    await authorize(stack, site, { persona: 'other-company' });
    await authorize(stack, site, { act: 'cancel' });
    const { attempt } = await startAttempt(site);

    const text = await readMetrics(stack);

    assert.deepEqual(samplesOf(text, 'spv_attempts'), [
      'spv_attempts{state="created",failure=""} 1',
      'spv_attempts{state="failed",failure="access-denied"} 1',
      'spv_attempts{state="failed",failure="no-right-for-company"} 1',
      'spv_attempts{state="succeeded",failure=""} 1',
    ]);
    for (const personal of [companyId, site.company.taxId, 'Exemplu', 'Maria', attempt.attemptId, '127.0.0.1']) {
      assert.ok(!text.includes(personal), personal);
    }
  });

  it('the metrics count requests by the template of their route, without those of the host', async () => {
    await fetch(`${stack.publicUrl}/authorize/a-secret-ticket`);
    await fetch(`${stack.publicUrl}/authorize/a-secret-ticket`);
    await fetch(`${stack.publicUrl}/help/en?q=a-personal-question`);
    await fetch(`${stack.publicUrl}/page-of-the-host`);

    const text = await readMetrics(stack);

    const samples = samplesOf(text, 'spv_http_requests_total');
    assert.ok(
      samples.includes('spv_http_requests_total{method="GET",route="/authorize/{ticket}",status="404"} 2'),
      text,
    );
    assert.ok(samples.includes('spv_http_requests_total{method="GET",route="/help/{locale}",status="200"} 1'), text);
    assert.doesNotMatch(text, /secret-ticket|personal-question|page-of-the-host|none/);
  });

  it('the metrics count the answers to "Did this help?" by topic, each time anew from the database', async () => {
    const feedback = new Feedback(stack.database, stack.clock);
    await feedback.record({ topic: 'drivers', locale: 'ro', isHelpful: true });
    await readMetrics(stack);
    await feedback.record({ topic: 'drivers', locale: 'ro', isHelpful: true });
    await feedback.record({ topic: 'wrong-pin', locale: 'en', isHelpful: false });

    const text = await readMetrics(stack);

    assert.deepEqual(samplesOf(text, 'spv_help_feedback_total'), [
      'spv_help_feedback_total{topic="drivers",locale="ro",helpful="yes"} 2',
      'spv_help_feedback_total{topic="wrong-pin",locale="en",helpful="no"} 1',
    ]);
  });

  it('the metrics count e-mails and events by state, and so show which were given up', async () => {
    const { stack: telling, server } = await setupMail({ metricsToken });
    const { companyId } = await Site.open(telling);
    const contacts = [{ email: 'owner@exemplu.ro' }];
    await telling.database.transaction((trx) => saveContacts(trx, companyId, contacts));
    await tell(telling, { companyId, kind: 'link-declined', detail: { linkId: 'l1' } });
    server.refuse('to', 550);
    await telling.backend.runDue();
    server.accept();
    await tell(telling, { companyId, kind: 'link-declined', detail: { linkId: 'l2' } });

    const text = await readMetrics(telling);

    assert.deepEqual(samplesOf(text, 'spv_mails'), [
      'spv_mails{kind="link-declined",state="addressed"} 1',
      'spv_mails{kind="link-declined",state="refused"} 1',
      'spv_mails{kind="link-declined",state="waiting"} 1',
    ]);
    assert.deepEqual(samplesOf(text, 'spv_webhook_events'), [
      'spv_webhook_events{type="mail.failed",state="skipped"} 1',
    ]);
    assert.ok(!text.includes('owner'));
  });

  it('each metric explains itself in the text format of Prometheus', async () => {
    const response = await fetch(`${stack.publicUrl}/metrics`, bearer(metricsToken));
    const text = await response.text();

    assert.match(String(response.headers.get('content-type')), /^text\/plain; version=0\.0\.4/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const types = [
      'spv_attempts gauge',
      'spv_help_feedback_total counter',
      'spv_http_requests_total counter',
      'spv_mails gauge',
      'spv_webhook_events gauge',
    ];
    assert.deepEqual(text.match(/(?<=# TYPE ).*/g)?.toSorted(), types);
    assert.equal(text.match(/# HELP/g)?.length, types.length);
  });

  it('the metrics are refused without their own token: a host key is not enough', async () => {
    for (const init of [undefined, bearer(`${metricsToken}x`), bearer(hostSecret)]) {
      const refused = await fetch(`${stack.publicUrl}/metrics`, init);

      assert.equal(refused.status, 401);
      assert.equal(refused.headers.get('www-authenticate'), 'Bearer');
      assert.match(await refused.text(), /"metrics-token-refused"/);
    }
  });

  it('the metrics answer 500 while the database does not answer, and work again afterwards', async () => {
    const broken = breakQueries(stack.database, connectionLost);
    const failed = await fetch(`${stack.publicUrl}/metrics`, bearer(metricsToken));
    broken.mend();

    assert.equal(failed.status, 500);
    assert.ok((await readMetrics(stack)).includes('spv_attempts'));
  });
});

it('a backend without a metrics token has no metrics', async () => {
  const stack = await setup();

  const answer = await fetch(`${stack.publicUrl}/metrics`, bearer(metricsToken));

  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /"metrics-disabled"/);
});

async function readMetrics({ publicUrl }: Stack): Promise<string> {
  const response = await fetch(`${publicUrl}/metrics`, bearer(metricsToken));
  assert.equal(response.status, 200);
  return response.text();
}

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

/** The samples of one metric, in alphabetical order. */
function samplesOf(text: string, metric: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${metric}{`))
    .toSorted();
}
