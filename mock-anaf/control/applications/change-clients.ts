import { endGrants } from '../../anaf/oauth/grants.ts';
import { clientProblems } from '../../configuration/client-problems.ts';
import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Client } from '../../engine/state/mock-state.ts';

/**
 * Registers an application, or replaces the one with the same identifier.
 * @param isPickerOpen whether `http:` redirect addresses to this machine are accepted
 * @throws ControlError if the application cannot be registered
 */
export function registerClient({ state }: Pick<Engine, 'state'>, client: Client, isPickerOpen: boolean): Client {
  const problems = clientProblems(client, isPickerOpen);
  if (problems.length > 0) throw new ControlError(problems.join('; '));
  state.clients = [...state.clients.filter(({ clientId }) => clientId !== client.clientId), client];
  return client;
}

/**
 * Removes an application and ends its grants.
 * @returns the number of grants that were ended; `undefined` if there is no such application
 */
export function removeClient(parts: Pick<Engine, 'clock' | 'events' | 'state'>, clientId: string): number | undefined {
  const { state } = parts;
  const others = state.clients.filter((client) => client.clientId !== clientId);
  if (others.length === state.clients.length) return undefined;
  state.clients = others;
  // assumed: the tokens of an application that is no longer registered are not accepted
  return endGrants(parts, { clientId });
}
