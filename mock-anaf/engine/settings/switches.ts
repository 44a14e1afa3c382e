/** Behaviours on which the sources disagree, each with the default that is safer to test against. */
export interface Switches {
  /**
   * Whether each refresh starts the 365 days anew. Default `false`: a product that plans one certificate session a year is
   * right in both cases.
   */
  readonly refreshExtendsYear: boolean;
  /** Whether a refresh ends the access token before it. Default `false`: only the refresh token is known to rotate. */
  readonly refreshEndsOldAccessToken: boolean;
  /**
   * Whether a new authorization by the same certificate for the same application ends the grant before it. Default `false`:
   * nothing tells that it does, and two tenants of one application may share an accountant.
   */
  readonly authorizationEndsOlderGrant: boolean;
  /** `error` of a refresh token that is used up or too old. Default `invalid_grant`, the one that most clients expect. */
  readonly deadRefreshTokenError: 'invalid_grant' | 'access_denied' | 'invalid_request';
  /** `roles` joined by `@` as in tokens of 2026 (default), `role` joined by commas as in ANAF's document of 2024, or both. */
  readonly roleClaim: 'roles' | 'role' | 'both';
  /**
   * Whether every authorization needs a `code_challenge` (S256), answered by its `code_verifier`. Default `ignored`: ANAF
   * documents no PKCE.
   */
  readonly pkce: 'ignored' | 'enforced';
  /**
   * Whether the TLS doors show a page with a button before they ask for the certificate, as the portal for declarations does.
   * Default `absent`: on the way to `logincert` nobody tells of it.
   */
  readonly loginPage: 'absent' | 'button';
  /**
   * Whether the door `login` asks for a certificate or requires one: then TLS itself refuses whoever has none (alert
   * `handshake_failure`), and cuts off one that is expired or of an unknown authority. Default `asked`: sister hosts go on to a
   * page.
   */
  readonly loginCertificate: 'asked' | 'required';
  /**
   * What the login makes of a cookie of a session that is over or that it does not know: `renewed` (default) begins a new one, as
   * a demo that is started again would stand still otherwise; `finished` shows "Your session is finished" until the logout address
   * was visited, as clients tell.
   */
  readonly staleSession: 'renewed' | 'finished';
  /** `Content-Type` of a refusal of `descarcare`: clients see the same JSON under both. Default `application/json`. */
  readonly downloadErrorType: 'application/json' | 'text/plain';
  /** Order of the two keys in a refusal of a list or a download: both are seen. Default `eroare titlu`, as in ANAF's pages. */
  readonly refusalKeyOrder: 'eroare titlu' | 'titlu eroare';
  /** The word in `detalii` of a self-billed invoice. Default `autofactura`; the typo was seen, too. */
  readonly selfBilledWord: 'autofactura' | 'autofactutra';
  /**
   * What becomes of an invoice whose kind, seller, number and day were taken before. Default `taken`: that ANAF refuses it was seen
   * (`nok`, "Factura a mai fost transmisa anterior cu index=…"), by what it knows it again was not.
   */
  readonly invoiceSentBefore: 'taken' | 'refused';
  /** Whether a list with messages carries `"eroare": null`, as one client tells. Default `absent`. */
  readonly emptyListError: 'absent' | 'null';
  /**
   * Version in the status line of the login's own pages. Default `1.0`, as seen on sister hosts of the same F5; `1.1` for a
   * client that does not take it.
   */
  readonly loginHttpVersion: '1.0' | '1.1';
  /**
   * Whether the token address refuses a second authorization by the same certificate within a minute. Default `false`: the
   * error 255 stood in ANAF's document of 2022 and is gone from the one of 2024.
   */
  readonly oneAuthorizationPerMinute: boolean;
  /**
   * What answers a code that is older than its 60 seconds. Default `invalid_request`, as for other bad codes; `reset` takes
   * "se resetează conexiunea" in ANAF's document by the word.
   */
  readonly expiredCode: 'invalid_request' | 'reset';
  /**
   * Whether the renewal of a certificate ends the grants of the old one. Default `false`: rights are looked up by the serial in
   * the token, so that its tokens live on and have no rights. Vendors say only that one must authorize anew.
   */
  readonly renewalEndsGrants: boolean;
  /** What the scenarios `…-unavailable` carry: a page of the F5 (default), or nothing. No outage was ever captured. */
  readonly unavailableBody: 'html' | 'empty';
}

/** Each switch with the values that it takes. */
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
