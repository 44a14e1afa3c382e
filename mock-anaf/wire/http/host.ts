import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

const loopbackHosts = ['127.0.0.1', 'localhost', '::1'];
const everyAddress = ['0.0.0.0', '::'];

export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host);
}

/** The host under which clients reach a listener. For one that listens on all addresses, the first external address. */
export function reachableHost(host: string): string {
  if (!everyAddress.includes(host)) return host;
  return outsideAddresses().find((address) => isIP(address) === 4) ?? '127.0.0.1';
}

/** Where a program on this machine connects to a listener. */
export function localHost(host: string): string {
  return everyAddress.includes(host) ? '127.0.0.1' : host;
}

/** Names and addresses for the TLS certificate of a listener. */
export function namesOf(host: string): readonly string[] {
  return everyAddress.includes(host) ? [hostname(), ...outsideAddresses()] : [host];
}

/** A host as a URL writes it: IPv6 addresses in brackets. */
export function inUrl(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function outsideAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
}
