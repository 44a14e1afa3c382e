/** The text of `--help`. */
export const help = `spv-authorize-conformance: checks whether a backend meets the contract of <spv-authorize>.

  npx spv-authorize-conformance --base-url http://localhost:4001 --host-key <key>
  npx spv-authorize-conformance --base-url http://localhost:4010 --session-command 'php session.php'

It starts mock-anaf, prints what to configure at the backend, waits until the backend answers, runs the checks and prints a
verdict for each level: 1 connect, 2 keep, 3 delegate, 4 live, and the face for the host's server. Use a backend with test
data only: it creates companies and authorizations there.

  --base-url <url>          address of the backend, as browsers reach it
  --host-key <key>          makes sessions by POST /host/v1/sessions, and checks the face for the host's server
  --session-command <cmd>   makes sessions by a command: JSON on its input, the session (or {"session": …}) on its output
  --origin <origin>         origin of the host's pages, which the backend allows (default http://localhost:4000)
  --expired-session <s>     a session that has ended, for the check that it is refused
  --level <1–4>             the level that decides the exit code (default: the highest that the backend announces)
  --no-mock                 only the checks that need no ANAF, for a backend that cannot be configured
  --free-ports              any free ports for mock-anaf instead of 8079–8081
  --wait <seconds>          how long to wait for the backend (default 120)
  --json                    prints the report as JSON; what to configure goes to standard error
  --help, --version

Exit codes: 0 the level is met · 1 it is not · 2 wrong arguments · 3 with --no-mock: nothing failed, but the rest was not
checked · 4 the backend does not answer · 5 mock-anaf cannot start`;
