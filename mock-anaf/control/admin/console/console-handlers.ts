import { bytes, type HttpAnswer, html, redirect } from '../../../wire/http/answer.ts';
import type { Route } from '../../../wire/http/routes.ts';
import { AdminError } from '../operation/admin-error.ts';
import { readConsoleModule } from './console-modules.ts';
import { consoleHeaders, consoleIcon, consolePage } from './console-page.ts';

/** Handlers of the console, a web page that controls the mock. The page contains no data; its script calls the admin port. */
export const consoleHandlers = {
  redirectToConsole: () => redirect('/console', 'the console is at /console'),
  showConsole: () => html(200, consolePage, 'the console was opened', { headers: consoleHeaders }),
  showIcon: () => file('image/svg+xml', consoleIcon),
  showModule: async (_request, { name = '' }) => {
    const module = await readConsoleModule(name);
    if (module !== undefined) return file('text/javascript; charset=utf-8', module);
    throw new AdminError('no-route', `the console has no module "${name.slice(0, 100)}"`);
  },
} satisfies Readonly<Record<string, Route['handle']>>;

function file(type: string, body: string): HttpAnswer {
  return bytes(200, { type, body: Buffer.from(body) }, 'a file of the console was read', { headers: consoleHeaders });
}
