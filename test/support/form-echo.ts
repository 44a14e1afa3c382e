import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** What a request to `/form-echo` had, as its page reports it to the window that opened it. */
export interface Echo {
  readonly method: string;
  readonly origin: string;
  readonly cookie: string;
  readonly query: string;
}

/**
 * Answers `/form-echo` with a page that tells its opener, or its parent, which request led there. `?next=…`: redirects a form to
 * that query first, as the backend does. Sets a cookie like those of the backend.
 */
export const formEcho: Middleware = async (context, next) => {
  if (context.path !== '/form-echo') return next();
  context.set('Cache-Control', 'no-store');
  const { next: following } = context.query;
  if (context.method === 'POST' && typeof following === 'string') {
    context.status = 303;
    context.set('Location', `?${following}`);
    return;
  }
  const echo: Echo = {
    method: context.method,
    origin: context.get('origin'),
    cookie: context.get('cookie'),
    query: context.querystring,
  };
  context.set('Set-Cookie', 'echo=1; Path=/form-echo; HttpOnly; SameSite=Lax');
  context.type = 'html';
  context.body = `<!doctype html><script>
    const echo = ${JSON.stringify(echo)};
    (opener ?? parent).postMessage({ ...echo, entries: history.length }, '*');
  </script>`;
};
