import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setup } from '../../support/setup.ts';
import { hostAnswer, Site } from '../../support/site.ts';
import type { Stack } from '../../support/stack.ts';

describe('the log of requests', async () => {
  const stack = await setup({ pathPrefix: '/spv' });

  it('an answer and a problem are logged with the template of their route, without the prefix of the host', async () => {
    const site = await Site.open(stack);

    await site.call('GET', '/authorization');
    await site.call('GET', '/attempts/none');
    await hostAnswer(stack, 'GET', '/companies/none');
    await fetch(`${stack.publicUrl}/authorize/secret`);
    await site.call('GET', '/nowhere');

    assert.deepEqual(loggedRoutes(stack), [
      '/v1/authorization',
      '/v1/attempts/:id',
      '/host/v1/companies/:id',
      '/authorize/:ticket',
      'none',
    ]);
  });
});

function loggedRoutes({ log }: Stack): unknown[] {
  return log.map((line) => JSON.parse(line)).flatMap(({ msg, route }) => (msg === 'request' ? [route] : []));
}
