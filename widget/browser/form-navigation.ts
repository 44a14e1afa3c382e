/**
 * Opens an address in a window of this page, or in this tab. `byForm`: by an empty form, so that the server learns which page the
 * person comes from; nobody can do that with a link. Where the page's policy `form-action` blocks the form, the address is opened
 * without one, and the server asks the person first.
 */
export function openIn(target: Window, url: string, byForm: boolean): void {
  const open = () => target.location.assign(url);
  try {
    if (byForm) sendForm(target.document, url, open);
    else open();
  } catch {
    // The window shows a page of another origin, or is closed.
    open();
  }
}

function sendForm(target: Document, url: string, fallback: () => void): void {
  // Browsers report the whole address, or only its origin.
  target.addEventListener('securitypolicyviolation', (event) => {
    if (url.startsWith(event.blockedURI)) fallback();
  });
  if (target !== document) revealOrigin(target);
  const form = target.createElement('form');
  form.method = 'post';
  form.action = url;
  // The page may have a `<base target>`.
  form.target = '_self';
  target.documentElement.append(form);
  form.submit();
  form.remove();
}

/** An empty window has the referrer policy of its opener. With `no-referrer`, the origin of a form would be `null`. */
function revealOrigin(target: Document): void {
  const meta = target.createElement('meta');
  meta.name = 'referrer';
  meta.content = 'strict-origin';
  target.documentElement.append(meta);
}
