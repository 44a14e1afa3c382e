import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { refresh, startMock } from '../../support/login.ts';

const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;

/** Makes a number of calls one after the other, and returns their answers. A broken connection counts as an answer. */
async function statusesOf(mock: MockAnaf, calls: number): Promise<readonly string[]> {
  const { access_token } = await mock.issueTokens({ persona: 'administrator' });
  const api = apiWithToken(mock, access_token);
  const statuses: string[] = [];
  for (let call = 0; call < calls; call += 1) {
    const answer = await api.get(list).catch(() => undefined);
    const isTechnicalError = answer?.text.includes('eroare tehnica');
    statuses.push(isTechnicalError ? 'technical error' : String(answer?.status ?? 'cut'));
  }
  return statuses;
}

describe('chaos', () => {
  it('the same calls get the same chaos faults in every mock with the same seed, and after a reset', async () => {
    const lifetimes = { slowAnswerSeconds: 0 };
    await using one = await startMock({ chaos: { seed: 42, share: 0.3 }, lifetimes });
    await using other = await startMock({ lifetimes });
    other.chaos.start({ seed: 42, share: 0.3 });

    const first = await statusesOf(one, 60);
    const second = await statusesOf(other, 60);
    one.reset();
    const afterReset = await statusesOf(one, 60);

    assert.deepEqual(second, first);
    assert.deepEqual(afterReset, first);
    assert.deepEqual(new Set(first), new Set(['200', '503', 'cut', 'technical error']));
  });

  it('chaos is started, shown and stopped at the admin port, and a reset ends it', async () => {
    await using mock = await startMock();

    const started = await admin(mock, 'POST', '/chaos', { seed: 5 });
    const shown = await admin(mock, 'GET', '/chaos');
    const stopped = await admin(mock, 'DELETE', '/chaos');
    await admin(mock, 'POST', '/chaos', {});
    mock.reset();

    assert.deepEqual(started.body, { chaos: { seed: 5, share: 0.05 } });
    assert.deepEqual([shown.body, stopped.body], [started.body, { chaos: null }]);
    assert.equal(mock.chaos.settings, undefined);
  });

  it('an active scenario takes precedence over chaos, and the journal names the fault', async () => {
    await using mock = await startMock({ lifetimes: { slowAnswerSeconds: 0 } });
    const api = await apiOf(mock, 'administrator');
    mock.chaos.start({ share: 1 });
    mock.scenarios.add({ name: 'api-limit', times: 1 });

    const scenario = await api.get(list);
    await api.get(list).catch(() => undefined);

    assert.equal(scenario.status, 429);
    assert.match(
      mock.journal.entries({ path: 'listaMesajeFactura' }).at(-1)?.about.scenario ?? '',
      /^api-(unavailable|slow|reset|technical-error)$/,
    );
  });

  it('chaos loses no refresh token: a refresh without a 200 leaves the token valid', async () => {
    await using mock = await startMock({ lifetimes: { slowAnswerSeconds: 0 } });
    let { refresh_token: token } = await mock.issueTokens({ persona: 'administrator' });
    mock.chaos.start({ seed: 9, share: 0.5 });
    const statuses: number[] = [];

    while (statuses.length < 20) {
      const response = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, {
        method: 'POST',
        body: formOf(mock, token),
      });
      statuses.push(response.status);
      if (response.status === 200) token = JSON.parse(await response.text()).refresh_token;
      else await response.text();
    }
    mock.chaos.stop();

    assert.deepEqual(new Set(statuses), new Set([200, 503]));
    assert.equal((await refresh(mock, token)).status, 200);
  });

  it('under chaos the lists show uploads up to half a minute later', async () => {
    await using mock = await startMock({ lifetimes: { processingSeconds: 0 } });
    mock.clock.freeze();
    const api = await apiOf(mock, 'administrator');
    mock.chaos.start({ seed: 1, share: 0 });
    for (let count = 0; count < 5; count += 1) await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());

    const listedNow = await api.get(list);
    mock.clock.advance(30);
    const listedLater = JSON.parse((await api.get(list)).text).mesaje.length;

    assert.equal(listedLater, 5);
    assert.ok(listedNow.text.includes('Nu exista mesaje') || JSON.parse(listedNow.text).mesaje.length < 5);
  });
});

function formOf({ clients: [client] }: MockAnaf, token: string): URLSearchParams {
  assert.ok(client);
  const { clientId, clientSecret } = client;
  return new URLSearchParams({
    ...{ grant_type: 'refresh_token', refresh_token: token },
    ...{ client_id: clientId, client_secret: clientSecret },
  });
}
