/** Behaviours of ANAF on which the sources disagree. Each default is the value that is safer to test against. */
export interface Switches {
  /**
   * Whether each refresh extends the lifetime of the grant by 365 days. Default `false`: a product that expects one login with a
   * certificate a year works in both cases.
   */
  readonly refreshExtendsYear: boolean;
  /** Whether a refresh ends the previous access token. Default `false`: only the refresh token is known to rotate. */
  readonly refreshEndsOldAccessToken: boolean;
  /**
   * Whether a new authorization by the same certificate for the same application ends the previous grant. Default `false`: no source
   * says so, and two tenants of one application may share an accountant.
   */
  readonly authorizationEndsOlderGrant: boolean;
  /** Value of `error` for a refresh token that was rotated or has expired. Default `invalid_grant`, which most clients expect. */
  readonly deadRefreshTokenError: 'invalid_grant' | 'access_denied' | 'invalid_request';
  /** Claim with the roles: `roles`, joined by `@` as in tokens of 2026 (default); `role`, joined by commas as in ANAF's document of 2024; or both. */
  readonly roleClaim: 'roles' | 'role' | 'both';
  /**
   * Whether PKCE is enforced: every authorization needs a `code_challenge` (S256), and the code exchange its `code_verifier`. Default
   * `ignored`: ANAF does not document PKCE.
   */
  readonly pkce: 'ignored' | 'enforced';
  /**
   * Whether the TLS doors show a page with a button before they request the certificate, as the portal for declarations does. Default
   * `absent`: no source reports such a page at `logincert`.
   */
  readonly loginPage: 'absent' | 'button';
  /**
   * Whether the door `login` asks for a certificate or requires one. If it is required, TLS itself refuses a client without a
   * certificate (alert `handshake_failure`), and closes the connection if the certificate is expired or of an unknown authority.
   * Default `asked`: sister hosts answer with a page.
   */
  readonly loginCertificate: 'asked' | 'required';
  /**
   * What the login does with the cookie of a session that has ended or is unknown. `renewed` (default) starts a new session, because
   * a restarted demo would be stuck otherwise. `finished` shows "Your session is finished" until the browser visits the logout
   * address, as clients report.
   */
  readonly staleSession: 'renewed' | 'finished';
  /** `Content-Type` of a refusal of `descarcare`. Clients report the same JSON with both. Default `application/json`. */
  readonly downloadErrorType: 'application/json' | 'text/plain';
  /** Order of the two keys in a refusal of a list or a download. Both were observed. Default `eroare titlu`, as in ANAF's pages. */
  readonly refusalKeyOrder: 'eroare titlu' | 'titlu eroare';
  /** The word in `detalii` of a self-billed invoice. Default `autofactura`; the typo was observed as well. */
  readonly selfBilledWord: 'autofactura' | 'autofactutra';
  /**
   * What happens to an invoice with the same kind, seller, number and date as an accepted one: it is accepted again (`taken`) or
   * `refused`. Default `taken`: a refusal was observed (`nok`, "Factura a mai fost transmisa anterior cu index=…"), but it is not known
   * by which fields ANAF recognizes the invoice.
   */
  readonly invoiceSentBefore: 'taken' | 'refused';
  /** Whether a list with messages contains `"eroare": null`, as one client reports. Default `absent`. */
  readonly emptyListError: 'absent' | 'null';
  /**
   * HTTP version in the status line of the login pages. Default `1.0`, as observed on sister hosts of the same F5; use `1.1` for
   * clients that do not accept HTTP/1.0.
   */
  readonly loginHttpVersion: '1.0' | '1.1';
  /**
   * Whether the token endpoint refuses a second authorization by the same certificate within a minute. Default `false`: error 255 is
   * in ANAF's document of 2022, but not in the one of 2024.
   */
  readonly oneAuthorizationPerMinute: boolean;
  /**
   * The answer to an expired code. Default `invalid_request`, as for other invalid codes; `reset` resets the connection, which is the
   * literal meaning of "se resetează conexiunea" in ANAF's document.
   */
  readonly expiredCode: 'invalid_request' | 'reset';
  /**
   * Whether the renewal of a certificate ends the grants of the old one. Default `false`: the old tokens stay valid, but have no
   * rights, because rights are looked up by the serial number in the token. Vendors only say that one must authorize again.
   */
  readonly renewalEndsGrants: boolean;
  /** Body of HTTP 503 in the scenarios `…-unavailable`: a page (default) or nothing. No outage has been captured. */
  readonly unavailableBody: 'html' | 'empty';
}

/** The possible values of each switch. */
export const switchValues = {
  refreshExtendsYear: [true, false],
  refreshEndsOldAccessToken: [true, false],
  authorizationEndsOlderGrant: [true, false],
  deadRefreshTokenError: ['invalid_grant', 'access_denied', 'invalid_request'],
  roleClaim: ['roles', 'role', 'both'],
  pkce: ['ignored', 'enforced'],
  loginPage: ['absent', 'button'],
  loginCertificate: ['asked', 'required'],
  staleSession: ['renewed', 'finished'],
  downloadErrorType: ['application/json', 'text/plain'],
  refusalKeyOrder: ['eroare titlu', 'titlu eroare'],
  selfBilledWord: ['autofactura', 'autofactutra'],
  invoiceSentBefore: ['taken', 'refused'],
  emptyListError: ['absent', 'null'],
  loginHttpVersion: ['1.0', '1.1'],
  oneAuthorizationPerMinute: [true, false],
  expiredCode: ['invalid_request', 'reset'],
  renewalEndsGrants: [true, false],
  unavailableBody: ['html', 'empty'],
} as const satisfies { readonly [Name in keyof Switches]: readonly Switches[Name][] };

/** The default value of each switch; `Switches` gives the reasons. */
export const defaultSwitches: Switches = {
  refreshExtendsYear: false,
  refreshEndsOldAccessToken: false,
  authorizationEndsOlderGrant: false,
  deadRefreshTokenError: 'invalid_grant',
  roleClaim: 'roles',
  pkce: 'ignored',
  loginPage: 'absent',
  loginCertificate: 'asked',
  staleSession: 'renewed',
  downloadErrorType: 'application/json',
  refusalKeyOrder: 'eroare titlu',
  selfBilledWord: 'autofactura',
  invoiceSentBefore: 'taken',
  emptyListError: 'absent',
  loginHttpVersion: '1.0',
  oneAuthorizationPerMinute: false,
  expiredCode: 'invalid_request',
  renewalEndsGrants: false,
  unavailableBody: 'html',
};
