/**
 * Whether ANAF would take this callback address. Observed: an `http:` one is refused. With the picker, which is for demos on
 * one machine, `http:` to the machine itself is taken as well.
 */
export function isAcceptableRedirectUri(address: string, isPickerOpen: boolean): boolean {
  // `URL.parse` is not there in Node 22.0.
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && isPickerOpen && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
