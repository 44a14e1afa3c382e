/** Behaviours on which the sources disagree, each with the default that is safer to test against. */
export interface Switches {
  /**
   * Whether each refresh starts a new period of 365 days. Default `false`: a product that plans one certificate session a year works
   * in both cases.
   */
  readonly refreshExtendsYear: boolean;
  /** Whether a refresh ends the access token before it. Default `false`: only the refresh token is known to rotate. */
  readonly refreshEndsOldAccessToken: boolean;
  /**
   * Whether a new authorization by the same certificate for the same application ends the grant before it. Default `false`:
   * no source says that it does, and two tenants of one application may share an accountant.
   */
  readonly authorizationEndsOlderGrant: boolean;
  /** `error` for a refresh token that was rotated or has expired. Default `invalid_grant`, which most clients expect. */
  readonly deadRefreshTokenError: 'invalid_grant' | 'access_denied' | 'invalid_request';
  /** `roles` joined by `@` as in tokens of 2026 (default), `role` joined by commas as in ANAF's document of 2024, or both. */
  readonly roleClaim: 'roles' | 'role' | 'both';
  /**
   * Whether every authorization needs a `code_challenge` (S256) and its exchange the `code_verifier`. Default `ignored`: ANAF
   * documents no PKCE.
   */
  readonly pkce: 'ignored' | 'enforced';
  /**
   * Whether the TLS doors show a page with a button before they ask for the certificate, as the portal for declarations does.
   * Default `absent`: no source reports such a page at `logincert`.
   */
  readonly loginPage: 'absent' | 'button';
  /**
   * Whether the door `login` asks for a certificate or requires one. If required, TLS itself refuses a client without a certificate
   * (alert `handshake_failure`) and closes the connection of one that is expired or of an unknown authority. Default `asked`: sister
   * hosts answer with a page.
   */
  readonly loginCertificate: 'asked' | 'required';
  /**
   * What the login does with the cookie of a session that has ended or that it does not know. `renewed` (default) starts a new one,
   * because a restarted demo would be stuck otherwise. `finished` shows "Your session is finished" until the logout address was
   * visited, as clients report.
   */
  readonly staleSession: 'renewed' | 'finished';
  /** `Content-Type` of a refusal of `descarcare`. Clients report the same JSON with both. Default `application/json`. */
  readonly downloadErrorType: 'application/json' | 'text/plain';
  /** Order of the two keys in a refusal of a list or a download. Both were seen. Default `eroare titlu`, as in ANAF's pages. */
  readonly refusalKeyOrder: 'eroare titlu' | 'titlu eroare';
  /** The word in `detalii` of a self-billed invoice. Default `autofactura`; the typo was seen as well. */
  readonly selfBilledWord: 'autofactura' | 'autofactutra';
  /**
   * What happens to an invoice whose kind, seller, number and date were accepted before. Default `taken`: a refusal was seen (`nok`,
   * "Factura a mai fost transmisa anterior cu index=…"), but not by which fields ANAF recognizes the invoice.
   */
  readonly invoiceSentBefore: 'taken' | 'refused';
  /** Whether a list with messages carries `"eroare": null`, as one client reports. Default `absent`. */
  readonly emptyListError: 'absent' | 'null';
  /**
   * HTTP version in the status line of the login's own pages. Default `1.0`, as seen on sister hosts of the same F5; `1.1` for a
   * client that does not accept it.
   */
  readonly loginHttpVersion: '1.0' | '1.1';
  /**
   * Whether the token address refuses a second authorization by the same certificate within a minute. Default `false`: error 255 was
   * in ANAF's document of 2022 and is not in the one of 2024.
   */
  readonly oneAuthorizationPerMinute: boolean;
  /**
   * The answer to a code that is older than 60 seconds. Default `invalid_request`, as for other invalid codes; `reset` takes "se
   * resetează conexiunea" in ANAF's document literally.
   */
  readonly expiredCode: 'invalid_request' | 'reset';
  /**
   * Whether the renewal of a certificate ends the grants of the old one. Default `false`: rights are looked up by the serial number
   * in the token, so its tokens stay valid and have no rights. Vendors say only that one must authorize again.
   */
  readonly renewalEndsGrants: boolean;
  /** Body of HTTP 503 under the scenarios `…-unavailable`: a page (default), or nothing. No outage was ever captured. */
  readonly unavailableBody: 'html' | 'empty';
}

/** The values of each switch. */
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
