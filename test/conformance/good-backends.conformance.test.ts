import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { type Report, runConformance, sessionsByCommand, sessionsByHostKey } from 'spv-authorize-conformance';
import { hostSecret, sessionSecret } from '../backend/support/keys.ts';
import { newPhpSite } from '../demo/support/php-backend.ts';
import { ReferenceBackend, siteOrigin } from './support/reference-backend.ts';

describe('the conformance kit', () => {
  it('the reference backend meets every level that it announces, and the face for the host', async () => {
    await using backend = await ReferenceBackend.create();
    const { baseUrl } = backend;
    const sessions = sessionsByHostKey(baseUrl, hostSecret);

    const report = await runConformance({
      ...{ baseUrl, sessions, origin: siteOrigin, hostKey: hostSecret, anaf: {} },
      expiredSession: await expiredSession(baseUrl),
      onConfigured: (anaf) => backend.start(anaf),
    });

    assert.deepEqual(unmet(report), []);
    assert.deepEqual(verdictsOf(report), {
      ...{ connect: 'met', keep: 'met', delegate: 'met', live: 'not-announced', host: 'met' },
    });
  });

  it('the PHP backend in one file meets level 1', async () => {
    const site = await newPhpSite();
    await using cleanUp = new AsyncDisposableStack();
    cleanUp.defer(() => site.remove());

    const report = await runConformance({
      ...{ baseUrl: site.baseUrl, origin: site.origin, anaf: {} },
      sessions: sessionsByCommand(site.sessionCommand),
      expiredSession: site.sign({ ...phpSession, exp: 1 }),
      onConfigured: async (anaf) => void cleanUp.use(await site.start(anaf)),
    });

    assert.deepEqual(unmet(report), []);
    const { connect, keep, delegate } = verdictsOf(report);
    assert.deepEqual([connect, keep, delegate], ['met', 'not-announced', 'not-announced']);
    assert.equal(report.announcedLevel, 1);
  });
});

const phpSession = {
  ...{ companyId: '1', taxId: '90123459', companyName: 'Exemplu SRL', userName: 'Maria Pop' },
  ...{ permissions: ['view'], origin: siteOrigin },
};

/** A session of the reference backend whose lifetime is over. */
function expiredSession(publicUrl: string): Promise<string> {
  return new SignJWT({ company: '1', permissions: ['view'], origin: siteOrigin })
    .setProtectedHeader({ alg: 'HS256', kid: 's1' })
    .setSubject('u1')
    .setIssuer(publicUrl)
    .setExpirationTime(1)
    .sign(new TextEncoder().encode(sessionSecret));
}

/** Checks that are not met, or were not carried out although they apply; the face of the host only with a host key. */
function unmet({ checks, levels }: Report) {
  const judged = levels.filter(({ verdict }) => verdict !== 'not-checked').map(({ level }) => level);
  return checks.filter(({ outcome, level }) => outcome !== 'met' && judged.includes(level));
}

function verdictsOf({ levels }: Report) {
  return Object.fromEntries(levels.map(({ level, verdict }) => [level, verdict]));
}
