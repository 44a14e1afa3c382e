/** Builds a page of the F5 with ANAF's layout. Observed: titles and the quoted sentences. Assumed: the rest of the page. */
function page(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="ro"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>:root{color-scheme:light dark}body{background:light-dark(#fff,#16181b);color:light-dark(#16181b,#e8eaed);font:16px/1.5 Verdana,Arial,sans-serif;margin:12vh auto;max-width:34rem;padding:0 1rem}
table{border:1px solid #5b7fa6;border-collapse:collapse;width:100%}td{padding:1rem}a{color:light-dark(#0645ad,#9ecbff)}</style>
</head><body><main><table><tbody><tr><td>${content}</td></tr></tbody></table></main></body></html>`;
}

/** Shown to a browser without an accepted certificate. Observed 2026-07 on a sister host: HTTP 200, title and sentence. */
export const noCertificatePage = page(
  'Pagina logout',
  '<h1>Certificatul nu a fost prezentat</h1><p><a href="/">Porniti o sesiune noua</a></p>',
);

/** The page before the certificate step. Observed on the portal for declarations: title, button, hidden field and form target. */
export const loginPage = page(
  'Pagina login',
  '<form method="post" action="/my.policy"><input type="hidden" name="vhost" value="standard">' +
    '<button type="submit">Prezentare certificat</button></form>',
);

/** Shown when the login session has ended. Observed: "Your session is finished"; errorcode 19: the session no longer exists. */
export const sessionFinishedPage = page(
  'Pagina logout',
  '<h1>Your session is finished</h1><p>Sesiune expirata<br>Din cauza inactivitatii sesiunea dumneavoastra a expirat.</p>' +
    '<p><a href="/my.logout.php3?errorcode=19">Porniti o sesiune noua</a></p>',
);

/**
 * Refuses an authorization request that must not be redirected. Assumed: the whole page, because none was captured. The only certain
 * fact is that the browser is not redirected to an unregistered address.
 */
export function authorizeErrorPage(error: string, description: string): string {
  return page(
    'BIG-IP OAuth Authorization Server',
    `<h1>Access was denied</h1><p>The authorization server could not process the request: <code>${error}</code></p><p>${description}</p>`,
  );
}
