import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { authorize, authorizedSite, failureOf } from '../support/authorize.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';

describe('calls to ANAF over HTTPS', () => {
  const authorities = getCACertificates('default');
  after(() => setDefaultCACertificates(authorities));

  it('the backend exchanges the code and checks the right over HTTPS', async () => {
    const stack = await setup({ overTls: true });
    setDefaultCACertificates([...authorities, stack.mock.caPem]);

    await authorizedSite(stack);

    const exchanges = ['/token', 'listaMesajeFactura'].flatMap((path) => stack.mock.journal.entries({ path }));
    assert.deepEqual(
      exchanges.map(({ door }) => door),
      ['login', 'api'],
    );
  });

  it('the backend refuses an ANAF server whose certificate is not trusted', async () => {
    setDefaultCACertificates(authorities);
    const stack = await setup({ overTls: true });
    const site = await Site.open(stack);

    const { attemptId } = await authorize(stack, site);

    assert.equal((await failureOf(site, attemptId)).code, 'anaf-unavailable');
    assert.deepEqual(stack.mock.journal.entries({ path: '/token' }), []);
  });
});
