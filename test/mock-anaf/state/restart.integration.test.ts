import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { apiOf, apiWithToken } from '../support/api.ts';
import { beta, exemplu, invoice } from '../support/invoice.ts';
import { codeOf, exchange, refresh, startMock } from '../support/login.ts';

describe('a mock with a data file', () => {
  it('knows tokens, invoices and people again after a restart', async () => {
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
});
