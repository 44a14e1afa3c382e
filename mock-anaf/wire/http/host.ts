import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

const loopbackHosts = ['127.0.0.1', 'localhost', '::1'];
const everyAddress = ['0.0.0.0', '::'];

/** Whether a host name or address can be reached only from this machine. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host);
}

/** The host that clients use to reach a listener. For a listener on all addresses: the first external IPv4 address. */
export function reachableHost(host: string): string {
  if (!everyAddress.includes(host)) return host;
  return externalAddresses().find((address) => isIP(address) === 4) ?? '127.0.0.1';
}

/** The host that a program on this machine uses to reach a listener. */
export function localHost(host: string): string {
  return everyAddress.includes(host) ? '127.0.0.1' : host;
}

/** Host names and addresses for the TLS certificate of a listener. */
export function namesOf(host: string): readonly string[] {
  return everyAddress.includes(host) ? [hostname(), ...externalAddresses()] : [host];
}

/** A host as it is written in a URL: IPv6 addresses in brackets. */
export function inUrl(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function externalAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
}
