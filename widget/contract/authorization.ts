import * as v from 'valibot';
import { absoluteUrl, certificateIdentity, instant, shownText, taxId } from './primitives.ts';

/** What a session may do. `view` alone shows the status and nothing to press. */
export const permissions = ['view', 'authorize', 'invite', 'disconnect'] as const;
export const permission = v.picklist(permissions);
export type Permission = v.InferOutput<typeof permission>;

/** What a backend can do. What it lacks is not shown, and its absence is never an error. */
export const capabilities = ['verify', 'disconnect', 'redirect'] as const;
export const capability = v.picklist(capabilities);
export type Capability = v.InferOutput<typeof capability>;

/** ANAF services that the application is registered for. The scope sentence is built from them. */
export const services = ['e-factura', 'e-transport'] as const;
export const service = v.picklist(services);
export type Service = v.InferOutput<typeof service>;

export const application = v.object({
  name: shownText,
  services: v.pipe(v.array(service), v.minLength(1)),
  logoUrl: v.optional(absoluteUrl),
  supportEmail: v.optional(v.pipe(v.string(), v.email())),
  privacyUrl: v.optional(absoluteUrl),
});
export type Application = v.InferOutput<typeof application>;

/** `granted`, `denied`: ANAF's answer for this company's CUI. `unknown`: ANAF could not be asked. */
export const rightsVerdict = v.picklist(['granted', 'denied', 'unknown']);
export type RightsVerdict = v.InferOutput<typeof rightsVerdict>;

const connection = {
  /** End of the current access (ANAF: 90 days after it was issued). The backend renews it before. */
  accessExpiresAt: instant,
  /** From here on only a person with the certificate can authorize again (ANAF: about a year). */
  reauthorizeBy: instant,
  authorizedAt: instant,
  /** Who pressed the button, as the host named them. */
  authorizedBy: v.optional(shownText),
  via: v.picklist(['certificate', 'link', 'import']),
  certificate: certificateIdentity,
  rights: v.object({ verdict: rightsVerdict, checkedAt: v.optional(instant) }),
  renewal: v.object({
    /** Absent until the first renewal was tried. `transient`: will be tried again. `rejected`: only a person can help. */
    lastResult: v.optional(v.picklist(['renewed', 'transient', 'rejected'])),
    lastAttemptAt: v.optional(instant),
    nextAttemptAt: v.optional(instant),
  }),
};

/**
 * What a company's permission at ANAF is worth now.
 * none → checking → active → expiring → expired; active ⇄ no-rights; any of them → revoked when ANAF cuts it off;
 * everything → none by disconnecting; everything → active by a new authorization.
 */
export const authorization = v.variant('status', [
  v.object({ status: v.literal('none') }),
  v.object({
    status: v.picklist(['checking', 'active', 'expiring', 'expired', 'revoked', 'no-rights']),
    ...connection,
  }),
]);
export type Authorization = v.InferOutput<typeof authorization>;
export type AuthorizationStatus = Authorization['status'];
export type ConnectedAuthorization = Exclude<Authorization, { status: 'none' }>;

/** The whole answer of `GET /v1/authorization`: all that a page needs to draw its first screen. */
export const authorizationAnswer = v.object({
  /** The backend's clock. Pages count days from it, never from their own. */
  now: instant,
  company: v.object({ name: shownText, taxId }),
  application,
  capabilities: v.array(capability),
  permissions: v.array(permission),
  authorization,
});
export type AuthorizationAnswer = v.InferOutput<typeof authorizationAnswer>;
