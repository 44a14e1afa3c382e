import {
  authorization,
  authorizationStatuses,
  certificateIdentity,
  failureCode,
  instant,
  shownText,
  taxId,
} from 'spv-authorize/contract';
import * as v from 'valibot';
import { storedCompanyId, storedText } from '../../companies/input.ts';
import { contacts } from '../../companies/people.ts';
import { account } from '../../sessions/session.ts';

/** The body of `PUT /host/v1/companies/{id}`: what sessions also say about a company. */
export const companyRequest = v.strictObject({ taxId, name: storedText, account, contacts });

/** A company with its authorization, for the host's server. */
export const companyState = v.object({
  companyId: storedCompanyId,
  company: v.object({ taxId, name: shownText }),
  authorization,
});
export const companyAnswer = v.object({ now: instant, ...companyState.entries });

/** The statuses that a backend sends. */
export const listedStatus = v.picklist(authorizationStatuses.filter((status) => status !== 'other'));

export const authorizationsAnswer = v.object({
  now: instant,
  companies: v.array(companyState),
  /** The value of `after` for the next page. Absent on the last one. */
  next: v.optional(storedCompanyId),
});

/** What the history may say about an event. A detail that is not listed here stays in the backend. */
export const historyDetail = v.object({
  taxId: v.optional(v.string()),
  certificate: v.optional(certificateIdentity),
  /** Of a refused authorization. */
  code: v.optional(failureCode),
  /** What ANAF answered to a check of the right. */
  answer: v.optional(v.string()),
  /** The CUI, or the id of the account, before and after a change. */
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  /** Of what happened to a link. */
  linkId: v.optional(v.string()),
  /** Of an e-mail that was not delivered. */
  kind: v.optional(v.string()),
  outcome: v.optional(v.string()),
});

export const historyAnswer = v.object({
  now: instant,
  entries: v.array(
    v.object({ id: v.number(), at: instant, event: v.string(), actor: v.string(), detail: historyDetail }),
  ),
  /** The value of `before` for the next page. Absent on the last one. */
  next: v.optional(v.number()),
});

export const sessionAnswer = v.object({ session: v.string(), expiresAt: instant });

/** The body of `POST /host/v1/access-tokens`. */
export const accessTokenRequest = v.strictObject({ companyId: storedCompanyId });

/** The body of `POST /host/v1/access-tokens/rejected`. */
export const rejectedTokenRequest = v.strictObject({ companyId: storedCompanyId, expiresAt: instant });

export const accessTokenAnswer = v.object({ accessToken: v.string(), expiresAt: instant, taxId });

/** ANAF's tokens have one to four kilobytes. The messages never quote the value, which is a secret. */
const token = v.pipe(
  v.string('must be a text'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(6000, 'is longer than a token of ANAF'),
  v.regex(/^[\x21-\x7e]+$/, 'must not contain spaces or characters that are not ASCII'),
);

/** The body of `POST /host/v1/companies/{id}/grant`. */
export const grantRequest = v.strictObject({
  accessToken: token,
  refreshToken: token,
  reauthorizeBy: v.optional(instant),
});

export const uploadAnswer = v.object({ uploadId: v.string() });

export const uploadStateAnswer = v.variant('state', [
  v.object({ state: v.literal('processing') }),
  v.object({ state: v.picklist(['accepted', 'rejected']), downloadId: v.string() }),
  v.object({ state: v.literal('not-taken'), errors: v.array(v.string()) }),
]);

export const messagesAnswer = v.object({
  messages: v.array(
    v.object({
      id: v.string(),
      uploadId: v.string(),
      type: v.picklist(['sent', 'received', 'errors', 'other']),
      createdAt: v.string(),
      details: v.string(),
    }),
  ),
});
