import * as v from 'valibot';

/** An instant in epoch seconds, UTC. Every clock in the contract counts in these. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The host's own key of a company. Opaque to us; never the CUI, since two tenants may type the same one. */
export const companyId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/**
 * A Romanian tax id (CUI) as digits, without the RO prefix: what ANAF's API takes as `cif`.
 * Two to ten digits, or the thirteen of a natural person's CNP.
 */
export const taxId = v.pipe(
  v.string(),
  v.regex(/^(\d{2,10}|\d{13})$/, 'a CUI is 2–10 digits (or a CNP of 13) without RO'),
);

/** Text supplied by people or hosts and shown as text, never as markup. */
export const shownText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const absoluteUrl = v.pipe(v.string(), v.url(), v.maxLength(2048));

/** What identifies a qualified certificate on the wire: the issuer and serial that ANAF writes into its tokens. */
export const certificateIdentity = v.object({ issuer: v.string(), serial: v.string() });

export type CertificateIdentity = v.InferOutput<typeof certificateIdentity>;
