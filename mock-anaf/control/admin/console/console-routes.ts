import { bytes, html, redirect } from '../../../wire/http/answer.ts';
import type { Route } from '../../../wire/http/routes.ts';
import { AdminError } from '../admin-error.ts';
import { readConsoleModule } from './console-modules.ts';
import { consoleHeaders, consoleIcon, consolePage } from './console-page.ts';

/** The page for people. It shows nothing by itself: its script asks the admin API like any other client. */
export const consoleRoutes: readonly Route[] = [
  { method: 'GET', path: '/', handle: () => redirect('/console', 'the console is at /console') },
  {
    method: 'GET',
    path: '/console',
    handle: () => html(200, consolePage, 'the console was opened', { headers: consoleHeaders }),
  },
  {
    method: 'GET',
    path: '/console/icon.svg',
    handle: () => file('image/svg+xml', consoleIcon),
  },
  {
    method: 'GET',
    path: '/console/modules/{name*}',
    handle: async (_request, { name = '' }) => {
      const module = await readConsoleModule(name);
      if (module !== undefined) return file('text/javascript; charset=utf-8', module);
      throw new AdminError(404, 'no-route', `there is no module "${name.slice(0, 100)}" of the console`);
    },
  },
];

function file(type: string, body: string) {
  return bytes(200, type, Buffer.from(body), 'a file of the console was read', { headers: consoleHeaders });
}
