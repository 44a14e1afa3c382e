import { authorityNames } from '../../../engine/pki/authority.ts';
import { colonSeparated } from '../../../engine/pki/serial.ts';
import type { MockParts } from '../../../parts.ts';
import { f5Headers } from '../../../wire/f5/f5-headers.ts';
import { noCertificatePage } from '../../../wire/f5/f5-pages.ts';
import { broken, type HttpAnswer, html, redirect } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../../../wire/http/routes.ts';
import { judgeCertificate } from '../../login/judge.ts';
import { documentRoutes, type Gate } from '../documents/document-routes.ts';
import { endpoints, environments, noRoute } from './api-routes.ts';
import { type CallerResult, callerOf } from './caller.ts';
import { answerCall } from './endpoint.ts';

/**
 * The API at `webserviceapl.anaf.ro`. Documented: the same paths under `/{prod|test}` as at `api.anaf.ro`, with a client certificate
 * at every call in place of a token. Assumed: everything else; the certificate is judged as the login judges it.
 */
export function certificateApiHandler(parts: MockParts): Handler {
  const gate: Gate = { identify: (request) => identifyByCertificate(parts, request), refuse: hangUp };
  return dispatcher({
    routes: [
      ...environments.flatMap((environment) =>
        endpoints.map((endpoint): Route => {
          const path = `/${environment}/FCTEL/rest/${endpoint.name}`;
          const handle = async (request: MockRequest) => {
            const identified = await identifyByCertificate(parts, request);
            if (identified === 'hung-up') return broken('reset', 'the client hung up over the certificate');
            return answerCall(parts, endpoint, environment, request, identified, hangUp);
          };
          return { method: endpoint.method, path, handle };
        }),
      ),
      ...documentRoutes(parts, gate),
      {
        method: 'GET',
        path: '/vdesk/hangup.php3',
        handle: () => html(200, noCertificatePage, 'the certificate host hung up', { headers: f5Headers }),
      },
    ],
    fallback: noRoute,
  });
}

async function identifyByCertificate(parts: MockParts, request: MockRequest): Promise<CallerResult | 'hung-up'> {
  const presented = await request.presentCertificate();
  if (presented === 'hung-up') return presented;
  const now = parts.clock.now();
  const verdict = judgeCertificate(presented, parts.state, now);
  if (!verdict.accepted) return { refusal: verdict.reason };
  const { person, serial } = verdict;
  const issuer = authorityNames[person.authority];
  const grant = {
    id: serial,
    persona: person.name,
    services: ['EFACTURA'],
    issuer,
    serial: colonSeparated(serial),
  } as const;
  return { caller: callerOf(parts, grant, now) };
}

// observed on sister hosts that ask for a certificate (webserviced): without one they redirect to this page
function hangUp(reason: string): HttpAnswer {
  return redirect('/vdesk/hangup.php3', reason, { headers: f5Headers });
}
