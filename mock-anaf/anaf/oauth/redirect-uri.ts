/**
 * Whether ANAF would accept this redirect address. Observed: `http:` addresses are refused. While the picker is open, which is meant
 * for demos on one machine, `http:` addresses of loopback hosts are accepted as well.
 */
export function isAcceptableRedirectUri(address: string, isPickerOpen: boolean): boolean {
  // Node 22.0 has no `URL.parse`.
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && isPickerOpen && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
