/** Whether codes and tokens may be sent to this address: https, or http that does not leave the machine. */
export function isSecureUrl(url: URL): boolean {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}
