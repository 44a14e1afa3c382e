import * as v from 'valibot';

/** An instant in epoch seconds (UTC), as everywhere in the contract. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The host's own key of a company. Opaque; never the CUI, because two tenants may enter the same CUI. */
export const companyId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/**
 * A Romanian tax id (CUI) as digits without the prefix RO, which ANAF's API calls `cif`.
 * Two to ten digits, or the thirteen of a natural person's CNP.
 */
export const taxId = v.pipe(
  v.string(),
  v.regex(/^(\d{2,10}|\d{13})$/, 'a CUI is 2–10 digits (or a CNP of 13) without RO'),
);

/** Text from people or hosts. It is shown as text, never as markup. */
export const shownText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** An absolute address of at most 2048 characters. Its scheme is not checked here. */
export const absoluteUrl = v.pipe(v.string(), v.url(), v.maxLength(2048));

/** Identifies a qualified certificate by the issuer and serial that ANAF writes into its tokens. */
export const certificateIdentity = v.object({ issuer: v.string(), serial: v.string() });

export type CertificateIdentity = v.InferOutput<typeof certificateIdentity>;
