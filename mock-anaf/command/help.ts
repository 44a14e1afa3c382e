export const help = `mock-anaf: ANAF in a box, for tests only. SPV login with certificates, OAuth and the e-Factura API on this machine.

Usage: mock-anaf [flags]
       mock-anaf exec [flags] -- <command> [arguments]

  --redirect-uri <url>     callback address of the application; may be given several times (default https://localhost/callback)
  --client-id <id>         default: a fixed one that is printed at the start
  --client-secret <text>   default: a fixed one that is printed at the start
  --clients <file>         more applications, from a JSON file; the three flags above add one in front
  --data <file>            keep the state in this file over restarts; made if it is not there
  --no-picker              no login over plain HTTP, and only https callback addresses
  --proxy                  open a CONNECT proxy that answers for logincert.anaf.ro, api.anaf.ro and the like; others are refused
  --proxy-others <how>     refuse (default) or direct: what the proxy does with other hosts; implies --proxy
  --chaos                  turn light faults on, the same ones at every start: slow, 503, reset, late lists
  --chaos-seed <n>         the sequence of them, 1 by default; implies --chaos
  --chaos-share <x>        share of the requests, 0.05 by default; implies --chaos
  --json                   print one line of JSON when ready: addresses, applications, and files with everybody's certificate

  --login-port <n>         8443  HTTPS login, certificate by TLS renegotiation as at ANAF
  --handshake-port <n>     8444  HTTPS login, certificate at the handshake
  --picker-port <n>        8080  HTTP login with a page that plays the certificate dialogs
  --api-port <n>           8445  HTTPS API
  --api-plain-port <n>     8081  HTTP API
  --api-certificate-port <n> 8446  HTTPS API with a client certificate in place of a token
  --api-public-port <n>    8447  HTTPS API without a token: validare, transformare, validate/signature
  --admin-port <n>         8079  clock, scenarios, journal, certificates to download
  --proxy-port <n>         8078  the proxy
  --free-ports             any free port for every door that has no flag
  --host <address>         127.0.0.1 (default), localhost, ::1; any other name or address of this machine, or 0.0.0.0 for all of
                           them, only together with --admin-token
  --admin-token <token>    the admin port asks for "Authorization: Bearer <token>"; 16 characters or more
                           (default: the variable MOCK_ANAF_ADMIN_TOKEN)

  --help, -h   --version

exec starts the mock with a proxy on free ports, sets ANAF_LOGIN_URL ANAF_API_URL ANAF_CLIENT_ID ANAF_CLIENT_SECRET
MOCK_ANAF_ADMIN_URL MOCK_ANAF_ADMIN_TOKEN HTTPS_PROXY NO_PROXY NODE_USE_ENV_PROXY SSL_CERT_FILE CURL_CA_BUNDLE
REQUESTS_CA_BUNDLE NODE_EXTRA_CA_CERTS PHP_INI_SCAN_DIR, runs the command, stops, and ends with the command's exit code.

Exit codes: 0 stopped by Ctrl-C or SIGTERM · 1 unexpected · 2 wrong flags · 3 a port or the host cannot be had · 4 the data file cannot be used
  5 nothing can be written to the temporary folder
  exec: the command's own; 127 if it cannot be started
`;
