/** The text that `--help` prints. */
export const help = `mock-anaf: ANAF in a box, for tests only. SPV login with certificates, OAuth and the e-Factura API on this machine.

Usage: mock-anaf [flags]
       mock-anaf exec [flags] -- <command> [arguments]

Application
  --redirect-uri <url>     callback address; can be repeated (default https://localhost/callback)
  --client-id <id>         default: a fixed id, printed at startup
  --client-secret <text>   default: a fixed secret, printed at startup
  --clients <file>         JSON file with applications; the three flags above add one more, in front of them

Behaviour
  --data <file>            keep the state in this file between runs; created if it does not exist
  --no-picker              no login over plain HTTP; only https callback addresses are accepted
  --proxy                  open a CONNECT proxy for logincert.anaf.ro, api.anaf.ro and ANAF's other hosts; refuse all other hosts
  --proxy-others <how>     refuse (default) or direct: what the proxy does with other hosts; implies --proxy
  --chaos                  random transient faults, the same after every start: slow answers, 503, connection resets, delayed lists
  --chaos-seed <n>         seed of the faults, default 1; implies --chaos
  --chaos-share <x>        share of requests with a fault, default 0.05; implies --chaos
  --json                   when ready, print one line of JSON: addresses, applications, and the files of all certificates

Addresses
  --login-port <n>         8443  HTTPS login, certificate requested by TLS renegotiation, as at ANAF
  --handshake-port <n>     8444  HTTPS login, certificate requested in the TLS handshake
  --picker-port <n>        8080  HTTP login with a page that shows the certificate dialogs
  --api-port <n>           8445  HTTPS API
  --api-plain-port <n>     8081  HTTP API
  --api-certificate-port <n> 8446  HTTPS API with a client certificate instead of a token
  --api-public-port <n>    8447  HTTPS API without a token: validare, transformare, validate/signature
  --admin-port <n>         8079  clock, scenarios, journal, certificates to download
  --proxy-port <n>         8078  the proxy
  --free-ports             use a free port for every listener without a port flag
  --host <address>         127.0.0.1 (default), localhost, ::1; with --admin-token also any other name or address of this
                           machine, or 0.0.0.0 for all of them
  --admin-token <token>    require "Authorization: Bearer <token>" at the admin port; at least 16 characters
                           (default: the variable MOCK_ANAF_ADMIN_TOKEN)

  --help, -h   --version

exec starts the mock with a proxy on free ports, runs the command with ANAF_LOGIN_URL ANAF_API_URL ANAF_CLIENT_ID
ANAF_CLIENT_SECRET MOCK_ANAF_ADMIN_URL MOCK_ANAF_ADMIN_TOKEN HTTPS_PROXY NO_PROXY NODE_USE_ENV_PROXY SSL_CERT_FILE
CURL_CA_BUNDLE REQUESTS_CA_BUNDLE NODE_EXTRA_CA_CERTS PHP_INI_SCAN_DIR set, then stops and exits with the command's exit code.

Exit codes: 0 stopped by Ctrl-C or SIGTERM · 1 unexpected error · 2 invalid flags · 3 a port or the host cannot be used
  · 4 the data file cannot be used · 5 the temporary folder is not writable
  exec: the exit code of the command; 127 if it cannot be started
`;
