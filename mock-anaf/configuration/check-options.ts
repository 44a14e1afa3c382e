import { chaosProblems } from '../engine/scenarios/chaos.ts';
import { lifetimeProblems, limitAnswerProblems, limitProblems, switchProblems } from '../engine/settings/settings.ts';
import { isLoopback } from '../wire/http/host.ts';
import { clientProblems } from './client-problems.ts';
import { clientsOf, type MockAnafOptions } from './options.ts';
import { OptionsError } from './options-error.ts';

/**
 * Checks the options before anything is opened.
 * @throws OptionsError that lists every problem
 */
export function checkOptions(options: MockAnafOptions): void {
  const problems = [
    ...hostProblems(options),
    ...adminTokenProblems(options.adminToken),
    ...Object.entries(options.ports ?? {}).flatMap(([door, port]) => portProblems(door, port)),
    ...clientsOf(options).flatMap((client) => clientProblems(client, options.picker ?? true)),
    ...lifetimeProblems(options.lifetimes ?? {}),
    ...limitProblems(options.limits ?? {}),
    ...limitAnswerProblems(options.limitAnswer ?? {}),
    ...switchProblems(options.switches ?? {}),
    ...chaosProblems(options.chaos ?? {}),
  ];
  if (problems.length === 0) return;
  throw new OptionsError(`mock-anaf cannot start:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
}

function hostProblems({ host, adminToken }: MockAnafOptions): string[] {
  if (host === '') return ['"host" must be a name or an address, got ""'];
  if (host === undefined || isLoopback(host) || adminToken !== undefined) return [];
  return [`"adminToken" is needed with the host "${host}": other machines could reach the admin port`];
}

/** A bearer token may contain only these characters (RFC 6750). */
function adminTokenProblems(token: string | undefined): string[] {
  if (token === undefined || /^[\w.~+/-]{16,}=*$/.test(token)) return [];
  return ['"adminToken" must be 16 characters or more of letters, digits and -._~+/'];
}

function portProblems(door: string, port: number | undefined): string[] {
  if (port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65_535)) return [];
  return [`"ports.${door}" must be a whole number from 0 to 65535, got ${port}`];
}
