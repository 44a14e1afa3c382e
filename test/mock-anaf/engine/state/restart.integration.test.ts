import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { beta, exemplu, invoice } from '../../support/invoice.ts';
import { clientId, codeOf, exchange, refresh, startMock } from '../../support/login.ts';

describe('a mock with a data file', () => {
  it('a mock with a data file still has its tokens, invoices and people after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-restart-'));
    const dataFile = join(folder, 'state.json');
    const before = await startMock({ dataFile });
    const tokens = (await exchange(before, await codeOf(before, 'administrator'))).body;
    const certificate = before.personas[0]?.certificatePem();
    await (await apiOf(before, 'administrator')).post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    before.clock.advance(3 * 86_400);
    await before.stop();

    const after = await startMock({ dataFile });
    const list = `listaMesajeFactura?zile=10&cif=${beta.cui}`;
    const received = await (await apiOf(after, 'other-company')).get(list);
    const own = await apiWithToken(after, String(tokens.access_token)).get(
      `listaMesajeFactura?zile=1&cif=${exemplu.cui}`,
    );
    const renewed = await refresh(after, String(tokens.refresh_token));
    await after.issueTokens({ persona: 'accountant' });
    const grants = [before, after].map(({ state }) => Object.keys(state.grants));
    const ahead = after.clock.now() - Date.now() / 1000;
    await after.stop();
    rmSync(folder, { recursive: true });

    assert.match(received.text, /FACTURA PRIMITA/);
    assert.match(own.text, /Nu exista mesaje in ultimele 1 zile/);
    assert.equal(renewed.status, 200);
    assert.equal(grants[0]?.length, 2);
    assert.deepEqual(grants[1]?.slice(0, 2), grants[0], 'ids go on where they were');
    assert.equal(new Set(grants[1]).size, 4);
    assert.equal(after.caPem, before.caPem);
    assert.equal(after.personas[0]?.certificatePem(), certificate);
    assert.ok(Math.abs(ahead - 3 * 86_400) < 10, `the clock is ${ahead} s ahead`);
  });

  it('the data file contains changes made by GET requests: an issued code and a counted download', async () => {
    using place = setup();
    await using before = await startMock({ dataFile: place.dataFile, limits: { downloadsPerDay: 1 } });
    const [uploadId = ''] = before.addMessages({ cui: exemplu.cui, kind: 'FACTURA TRIMISA' });
    const path = `descarcare?id=${before.state.uploads[uploadId]?.messageId}`;
    const { access_token } = await before.issueTokens({ persona: 'administrator' });
    await apiWithToken(before, access_token).get(path);
    const code = await codeOf(before, 'administrator');
    // This simulates a killed process: only the current contents of the file are left.
    copyFileSync(place.dataFile, place.copy);

    await using after = await startMock({ dataFile: place.copy, limits: { downloadsPerDay: 1 } });

    assert.match((await apiWithToken(after, access_token).get(path)).text, /S-au facut deja 1 descarcari/);
    assert.equal((await exchange(after, code)).status, 200);
  });

  it('the data file keeps applications that were registered at run time, and a frozen clock', async () => {
    using place = setup();
    const late = { clientId: 'late', clientSecret: 's', redirectUris: ['https://late.example/'], services: [] };
    const before = await startMock({ dataFile: place.dataFile });
    await admin(before, 'POST', '/clients', { ...late, services: ['EFACTURA'] });
    before.clock.freeze();
    before.clock.set(2_000_000_000);
    await before.stop();

    await using after = await startMock({ dataFile: place.dataFile });

    assert.deepEqual(
      after.clients.map((client) => client.clientId),
      [clientId, 'late'],
    );
    assert.deepEqual([after.clock.now(), after.clock.isFrozen], [2_000_000_000, true]);
  });

  it('an incomplete data file is refused with the names of the missing fields', async () => {
    using place = setup();
    await (await startMock({ dataFile: place.dataFile })).stop();
    const whole = JSON.parse(readFileSync(place.dataFile, 'utf8'));
    writeFileSync(place.dataFile, JSON.stringify({ ...whole, clockAheadSeconds: 'x', people: undefined }));

    await assert.rejects(startMock({ dataFile: place.dataFile }), {
      code: 'data-file',
      message: /is incomplete \("people", "clockAheadSeconds"\): move it away/,
    });
  });
});

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-restart-'));
  const remove = () => rmSync(folder, { recursive: true });
  return { dataFile: join(folder, 'state.json'), copy: join(folder, 'copy.json'), [Symbol.dispose]: remove };
}
