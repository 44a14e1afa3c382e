import type { Environment } from '../../engine/state/mock-state.ts';
import { dispatcher, type Handler, type Route } from '../../wire/http/routes.ts';
import { type DocumentParts, documentRoutes, signatureRoute } from './documents/document-routes.ts';
import { type Gateway, type GatewayParts, guardedRoute } from './gateway/answer-call.ts';
import { type CompanyMethod, inEnvironment } from './gateway/api-method.ts';
import type { Caller } from './gateway/caller.ts';
import { certificateHost, refusalPageRoute } from './gateway/certificate-host.ts';
import { hello } from './gateway/hello.ts';
import { publicHost } from './gateway/public-host.ts';
import { noRoute } from './gateway/refusals.ts';
import { type TokenParts, tokenHost } from './gateway/token-host.ts';
import { type DownloadParts, downloadMethod } from './messages/download.ts';
import { type MessageListParts, messageListMethod } from './messages/message-list.ts';
import { messagePagesMethod } from './messages/message-pages.ts';
import { type UploadParts, uploadMethod } from './upload/upload.ts';
import { type UploadStatusParts, uploadStatusMethod } from './upload/upload-status.ts';

/** What the API uses, at every host. */
export interface ApiParts
  extends GatewayParts,
    TokenParts,
    DocumentParts,
    UploadParts,
    UploadStatusParts,
    MessageListParts,
    DownloadParts {}

const environments: readonly Environment[] = ['test', 'prod'];

/** Serves every path of `api.anaf.ro`, where each call has an access token. */
export function apiHandler(parts: ApiParts): Handler {
  const gateway = { parts, host: tokenHost(parts) };
  return dispatcher({
    routes: [
      ...companyRoutes(gateway, companyMethods(parts)),
      guardedRoute(gateway, '/TestOauth/jaxrs/hello', hello),
      signatureRoute(gateway, parts),
      ...documentRoutes(gateway, parts),
    ],
    fallback: noRoute,
  });
}

/** Serves every path of `webserviceapl.anaf.ro`, where each call presents a client certificate. */
export function certificateApiHandler(parts: ApiParts): Handler {
  const gateway = { parts, host: certificateHost(parts) };
  return dispatcher({
    routes: [...companyRoutes(gateway, companyMethods(parts)), ...documentRoutes(gateway, parts), refusalPageRoute],
    fallback: noRoute,
  });
}

/** Serves every path of `webservicesp.anaf.ro`, which does not identify its callers. */
export function publicApiHandler(parts: ApiParts): Handler {
  const gateway = { parts, host: publicHost };
  return dispatcher({
    routes: [signatureRoute(gateway, parts), ...documentRoutes(gateway, parts)],
    fallback: noRoute,
  });
}

function companyMethods(parts: ApiParts): readonly CompanyMethod[] {
  return [
    uploadMethod(parts, 'upload'),
    uploadMethod(parts, 'uploadb2c'),
    uploadStatusMethod(parts),
    messageListMethod(parts),
    messagePagesMethod(parts),
    downloadMethod(parts),
  ];
}

function companyRoutes(gateway: Gateway<Caller>, methods: readonly CompanyMethod[]): readonly Route[] {
  return environments.flatMap((environment) =>
    methods.map((method) =>
      guardedRoute(gateway, `/${environment}/FCTEL/rest/${method.endpoint}`, inEnvironment(method, environment)),
    ),
  );
}
