import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startMockAnaf } from 'mock-anaf';

describe('the option identitiesOf', () => {
  it('a mock with the identities of another one has only its authority and certificates', async () => {
    const first = await startMockAnaf();
    const certificate = first.personas[0]?.certificatePem();
    const { access_token } = await first.issueTokens({ persona: 'administrator' });
    await first.stop();

    const second = await startMockAnaf({ identitiesOf: first });
    const { status } = await fetch(`${second.urls.apiPlain}/TestOauth/jaxrs/hello`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    await second.stop();

    assert.equal(second.caPem, first.caPem);
    assert.equal(second.personas[0]?.certificatePem(), certificate);
    assert.equal(status, 401, 'the grant of the first is not known to the second');
  });
});
