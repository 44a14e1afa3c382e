import type { Engine } from '../../../engine/engine.ts';
import { authorityNames } from '../../../engine/pki/authority.ts';
import { colonSeparated } from '../../../engine/pki/serial.ts';
import { judgeCertificate } from '../../../engine/state/judge-certificate.ts';
import { f5Headers } from '../../../wire/f5/f5-headers.ts';
import { noCertificatePage } from '../../../wire/f5/f5-pages.ts';
import { type HttpAnswer, html, redirect } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Route } from '../../../wire/http/routes.ts';
import type { ApiHost, Identification } from './api-host.ts';
import { type Caller, callerOf } from './caller.ts';

type CertificateParts = Pick<Engine, 'clock' | 'state'>;

const refusalPath = '/vdesk/hangup.php3';

/**
 * `webserviceapl.anaf.ro`: every call presents a client certificate instead of a token. Documented: the same paths under
 * `/{prod|test}` as at `api.anaf.ro`. Assumed: everything else; certificates are judged as at the login.
 */
export function certificateHost(parts: CertificateParts): ApiHost<Caller> {
  return { identify: (request) => identify(parts, request), refuse: redirectToRefusalPage };
}

/** The page to which the certificate host redirects callers whose certificate it refuses. */
export const refusalPageRoute: Route = {
  method: 'GET',
  path: refusalPath,
  handle: () =>
    html(200, noCertificatePage, 'the page for callers without an accepted certificate', { headers: f5Headers }),
};

async function identify({ clock, state }: CertificateParts, request: MockRequest): Promise<Identification<Caller>> {
  const presented = await request.presentCertificate();
  if (presented === 'hung-up') return 'connection-closed';
  const now = clock.now();
  const verdict = judgeCertificate(presented, state, now);
  if (!verdict.accepted) return { refusal: verdict.reason };
  const { person, serial } = verdict;
  const grant = {
    id: serial,
    persona: person.name,
    services: ['EFACTURA'],
    issuer: authorityNames[person.authority],
    serial: colonSeparated(serial),
  } as const;
  return { caller: callerOf(state, grant, now) };
}

// observed on sister hosts that request a certificate (webserviced): without one they redirect to this page
function redirectToRefusalPage(reason: string): HttpAnswer {
  return redirect(refusalPath, reason, { headers: f5Headers });
}
