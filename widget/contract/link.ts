import * as v from 'valibot';
import { failureCode } from './failure.ts';
import { absoluteUrl, instant, shownText } from './primitives.ts';

/** All states of a link. */
export const linkStates = [
  /** Nobody has opened the page of the link. */
  'new',
  /** Somebody has opened it. Also the state after a failed try that says nothing about rights. */
  'opened',
  /** Somebody is at ANAF, or ANAF is being asked about the right. */
  'in-progress',
  /** The right is proven: the company is authorized. Final. */
  'completed',
  /** The recipient answered that they do not work for this company. Final. */
  'declined',
  /** The certificate of the last try has no right for the company. The link stays open for another certificate. */
  'no-rights',
  /** Final. */
  'expired',
  /** Cancelled by somebody at the company, or ended by disconnecting. Final. */
  'cancelled',
  /** A state that this version does not know. Only `withKnownValues` creates it; no backend sends it. */
  'other',
] as const;
export const linkState = v.picklist(linkStates);
export type LinkState = v.InferOutput<typeof linkState>;

/** E-mail addresses are compared without regard to case. */
export const emailAddress = v.pipe(v.string(), v.email(), v.maxLength(254));

/**
 * An invitation to somebody with a certificate, usually the accountant: new → opened → in-progress → completed | declined |
 * no-rights | expired | cancelled. Bound to one company. A failed try does not use it up; only a proven right does.
 */
export const link = v.object({
  linkId: v.string(),
  state: linkState,
  createdAt: instant,
  /** When `state` changed last. */
  changedAt: instant,
  /** Default of the reference backend: seven days after its creation. */
  expiresAt: instant,
  /** Who created it, by the name that the host gave. */
  createdBy: v.optional(shownText),
  /** The recipient of the e-mail. Absent while the link was only copied. */
  email: v.optional(emailAddress),
  /** When the last e-mail was handed over for sending. */
  sentAt: v.optional(instant),
  /** Why the last try failed. Absent without one. */
  failure: v.optional(v.object({ code: failureCode })),
});
export type Link = v.InferOutput<typeof link>;

/** Languages in which a backend writes to people. */
export const writtenLanguage = v.picklist(['ro', 'en']);
export type WrittenLanguage = v.InferOutput<typeof writtenLanguage>;

/** The body of `POST /v1/links/{id}/send`. Each mail contains a new secret; earlier ones stay valid. */
export const sendLinkRequest = v.object({
  email: emailAddress,
  /** The requester's own words. Plain text; sent as text, never as markup. */
  message: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Language of the mail. Default: Romanian. */
  language: v.optional(writtenLanguage),
});
export type SendLinkRequest = v.InferOutput<typeof sendLinkRequest>;

/**
 * The answer of `POST /v1/links` and of `POST /v1/links/{id}/replace`, after which the earlier addresses of the link lead
 * nowhere.
 */
export const createdLink = v.object({
  now: instant,
  link,
  /** The address to hand over. A secret: returned once, never stored or logged. */
  url: absoluteUrl,
});
export type CreatedLink = v.InferOutput<typeof createdLink>;

/** The answer of `POST /v1/links/{id}/send`. */
export const linkAnswer = v.object({ now: instant, link });
export type LinkAnswer = v.InferOutput<typeof linkAnswer>;

/** The answer of `GET /v1/links`: the company's links, the newest first, final ones for 30 days. */
export const linksAnswer = v.object({ now: instant, links: v.array(link) });
export type LinksAnswer = v.InferOutput<typeof linksAnswer>;
