/** An environment variable of the program, or several that belong together. */
export interface Variable {
  readonly names: readonly string[];
  /** Markdown. */
  readonly meaning: string;
  /** `required`, `none`, or the default value, in Markdown. */
  readonly fallback: string;
}

/** The environment variables that `resolveConfig` reads. The README shows the same table. */
export const variables: readonly Variable[] = [
  {
    names: ['PUBLIC_URL'],
    meaning: 'address for browsers, with the path prefix, without a slash at the end; https, or http on localhost',
    fallback: 'required',
  },
  {
    names: ['ANAF_ENVIRONMENT'],
    meaning: '`test` or `prod`: which e-Factura API is called. Both use the same login',
    fallback: 'required',
  },
  { names: ['ANAF_CLIENT_ID', 'ANAF_CLIENT_SECRET'], meaning: `from ANAF's page "Profil Oauth"`, fallback: 'required' },
  { names: ['APPLICATION_NAME'], meaning: 'the name by which people know your application', fallback: 'required' },
  {
    names: ['APPLICATION_SERVICES'],
    meaning: '`e-factura`, `e-transport` or both, separated by a comma',
    fallback: '`e-factura`',
  },
  {
    names: ['APPLICATION_SUPPORT_EMAIL', 'APPLICATION_PRIVACY_URL', 'APPLICATION_LOGO_URL'],
    meaning: 'shown on the pages',
    fallback: 'none',
  },
  {
    names: ['APPLICATION_HELP_URL'],
    meaning: 'a help of your own, with a section `{url}/{language}#{cause}` for every cause',
    fallback: "the backend's own `/help`",
  },
  { names: ['SESSION_KEYS'], meaning: '`id:secret,…`; each secret has at least 32 characters', fallback: 'required' },
  {
    names: ['ENCRYPTION_KEYS'],
    meaning: '`id:base64,…`; 32 bytes each (`openssl rand -base64 32`)',
    fallback: 'required',
  },
  {
    names: ['HOST_KEYS'],
    meaning: '`id:secret,…` or `id:sha256:<base64url>,…`: keys of your server for `/host/v1`',
    fallback: 'none: `/host/v1` refuses every request',
  },
  {
    names: ['METRICS_TOKEN'],
    meaning: 'Bearer token for `/metrics`, at least 32 characters',
    fallback: 'none: `/metrics` answers 404',
  },
  {
    names: ['ALLOWED_ORIGINS'],
    meaning: 'origins of the pages with the element, separated by commas; the origin of `PUBLIC_URL` is always allowed',
    fallback: 'none',
  },
  {
    names: ['MAIL_URL'],
    meaning: 'the SMTP server for e-mail: `smtp://user:password@host:587` or `smtps://…`',
    fallback: 'none: no e-mail is sent',
  },
  { names: ['MAIL_FROM'], meaning: 'the sender: `Name <address>`', fallback: 'required with `MAIL_URL`' },
  {
    names: ['MANAGE_URL'],
    meaning: 'your page with the element, for the buttons of e-mails; `{companyId}` in it is replaced',
    fallback: 'required with `MAIL_URL`',
  },
  {
    names: ['WEBHOOK_URL'],
    meaning: 'where your server is told by POST what happens',
    fallback: 'none: no events are sent',
  },
  {
    names: ['WEBHOOK_SECRETS'],
    meaning: '`whsec_<base64>`; two, separated by a comma, while the secret is replaced',
    fallback: 'required with `WEBHOOK_URL`',
  },
  { names: ['LINK_VALID_DAYS'], meaning: 'days until a link for the accountant expires, 1–90', fallback: '`7`' },
  { names: ['LINKS_PER_COMPANY'], meaning: 'links of one company that may be open at once, 1–100', fallback: '`10`' },
  { names: ['DATA_FOLDER'], meaning: 'folder of the embedded database', fallback: '`.data`' },
  {
    names: ['DATABASE_URL'],
    meaning: '`postgres://…`: a PostgreSQL server instead, which several processes may share',
    fallback: 'none',
  },
  {
    names: ['TRUST_PROXY'],
    meaning: 'number of proxies in front of the backend, or their addresses',
    fallback: 'none',
  },
  {
    names: ['EXPOSE_ACCESS_TOKENS'],
    meaning: '`true` allows `/host/v1/access-tokens` to return access tokens',
    fallback: '`false`',
  },
  { names: ['HOST', 'PORT'], meaning: 'the address to listen on', fallback: '`127.0.0.1`, `4001`' },
  { names: ['LOG_LEVEL'], meaning: '`debug`, `info`, `warn`, `error` or `silent`', fallback: '`info`' },
  {
    names: ['ANAF_LOGIN_URL', 'ANAF_LOGIN_ORIGINS', 'ANAF_TOKEN_URL', 'ANAF_API_URL'],
    meaning: "other servers than ANAF's, for example those of `mock-anaf`",
    fallback: "ANAF's own",
  },
];
