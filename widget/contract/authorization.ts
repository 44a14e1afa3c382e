import * as v from 'valibot';
import { absoluteUrl, certificateIdentity, instant, shownText, taxId } from './primitives.ts';

/** What the person of a session may do. With `view` alone the element shows the status without buttons. */
export const permissions = ['view', 'authorize', 'invite', 'disconnect'] as const;
export const permission = v.picklist(permissions);
export type Permission = v.InferOutput<typeof permission>;

/**
 * What a backend can do. The element does not show what a backend lacks. `form`: the page opens `authorizeUrl` by an empty
 * form, whose `Origin` proves where the person comes from; without it, the page opens the address by a plain navigation.
 */
export const capabilities = ['verify', 'disconnect', 'redirect', 'form', 'links', 'link-mail'] as const;
export const capability = v.picklist(capabilities);
export type Capability = v.InferOutput<typeof capability>;

/** ANAF services for which the application is registered. The sentence about the scope names them. */
export const services = ['e-factura', 'e-transport'] as const;
export const service = v.picklist(services);
export type Service = v.InferOutput<typeof service>;

/** The host application, as the element and the backend's pages present it to people. */
export const application = v.object({
  name: shownText,
  services: v.pipe(v.array(service), v.minLength(1)),
  logoUrl: v.optional(absoluteUrl),
  supportEmail: v.optional(v.pipe(v.string(), v.email())),
  privacyUrl: v.optional(absoluteUrl),
  /** The help, without a slash at the end. The section of a cause is at `{helpUrl}/{language}#{cause}`, in `ro` and `en`. */
  helpUrl: v.optional(absoluteUrl),
});
export type Application = v.InferOutput<typeof application>;

/** ANAF's answer for this company's CUI: `granted` or `denied`; `unknown` when ANAF could not be asked. */
export const rightsVerdict = v.picklist(['granted', 'denied', 'unknown']);
export type RightsVerdict = v.InferOutput<typeof rightsVerdict>;

const connection = {
  /** When the current access token expires (ANAF: 90 days after it was issued). The backend renews it earlier. */
  accessExpiresAt: instant,
  /** When a person with the certificate has to authorize again (ANAF: after about a year). */
  reauthorizeBy: instant,
  authorizedAt: instant,
  /** The person who authorized, by the name that the host gave. */
  authorizedBy: v.optional(shownText),
  via: v.picklist(['certificate', 'link', 'import']),
  certificate: certificateIdentity,
  rights: v.object({ verdict: rightsVerdict, checkedAt: v.optional(instant) }),
  renewal: v.object({
    /** Absent before the first renewal. `transient`: it will be retried. `rejected`: only a person can authorize again. */
    lastResult: v.optional(v.picklist(['renewed', 'transient', 'rejected'])),
    lastAttemptAt: v.optional(instant),
    nextAttemptAt: v.optional(instant),
  }),
};

const connectedStatuses = [
  'checking',
  'active',
  'expiring',
  'expired',
  'revoked',
  'no-rights',
  /** A status that this version does not know. Only `withKnownValues` creates it; no backend sends it. */
  'other',
] as const;

/** All statuses of an authorization. */
export const authorizationStatuses = ['none', ...connectedStatuses] as const;

/**
 * The state of a company's authorization at ANAF:
 * none → checking → active → expiring → expired; active ⇄ no-rights; any of them → revoked when ANAF ends it; any of them →
 * none by disconnecting; any of them → active by a new authorization.
 */
export const authorization = v.variant('status', [
  v.object({ status: v.literal('none') }),
  v.object({
    status: v.picklist(connectedStatuses),
    ...connection,
  }),
]);
export type Authorization = v.InferOutput<typeof authorization>;
export type AuthorizationStatus = Authorization['status'];
export type ConnectedAuthorization = Exclude<Authorization, { status: 'none' }>;

/** The answer of `GET /v1/authorization`: everything that a page needs for its first screen. */
export const authorizationAnswer = v.object({
  /** The backend's clock. Pages count remaining days from it, never from their own clock. */
  now: instant,
  company: v.object({ name: shownText, taxId }),
  application,
  capabilities: v.array(capability),
  permissions: v.array(permission),
  authorization,
  /** `false`: nobody would be told by e-mail that somebody has to act. Absent when the backend does not know. */
  warnsByEmail: v.optional(v.boolean()),
});
export type AuthorizationAnswer = v.InferOutput<typeof authorizationAnswer>;
