/**
 * Whether ANAF would accept this callback address. Observed: an `http:` address is refused. While the picker is open, which is for
 * demos on one machine, `http:` to loopback is accepted as well.
 */
export function isAcceptableRedirectUri(address: string, isPickerOpen: boolean): boolean {
  // Node 22.0 has no `URL.parse`.
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && isPickerOpen && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
