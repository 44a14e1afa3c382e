import { endGrants } from '../../../anaf/oauth/grants.ts';
import { clientProblems } from '../../../configuration/options.ts';
import type { Client, MockState } from '../../../engine/state/mock-state.ts';
import { inspectToken } from '../../inspect-token.ts';
import { issueTokensFor } from '../../issue-tokens-for.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import { clientAnswerOf, tokensOf } from './application-answers.ts';
import type { applicationOperations } from './application-operations.ts';

/** The parts that the control acts of applications and tokens work with. */
export type ApplicationParts = Parameters<typeof endGrants>[0] &
  Parameters<typeof inspectToken>[0] &
  Parameters<typeof issueTokensFor>[0];

/**
 * Applications, grants and tokens at run time.
 * @param isPickerOpen `http:` redirect addresses of this machine are accepted
 */
export function applicationHandlers(parts: ApplicationParts, isPickerOpen: boolean) {
  const { state } = parts;
  return {
    readClients: () => ({ clients: state.clients.map(clientAnswerOf) }),
    registerClient: ({ body }) => {
      const problems = clientProblems(body, isPickerOpen);
      if (problems.length > 0) throw new AdminError('bad-value', problems.join('; '));
      state.clients = [...withoutClient(state, body.clientId), body];
      return clientAnswerOf(body);
    },
    removeClient: ({ parameters: { clientId } }) => {
      const others = withoutClient(state, clientId);
      if (others.length === state.clients.length) throw unknownClient(state, clientId);
      state.clients = [...others];
      // assumed: the tokens of an application that is no longer registered are not accepted
      return { ended: endGrants(parts, { clientId }) };
    },
    disconnect: ({ body }) => ({ ended: endGrants(parts, body) }),
    issueTokens: async ({ body }) => tokensOf(await issueTokensFor(parts, body)),
    inspectToken: ({ body }) => inspectToken(parts, body.token.trim()),
  } satisfies HandlersOf<typeof applicationOperations>;
}

function withoutClient({ clients }: MockState, clientId: string): readonly Client[] {
  return clients.filter((client) => client.clientId !== clientId);
}

function unknownClient({ clients }: MockState, clientId: string): AdminError {
  const known = clients.map((client) => client.clientId).join(', ');
  return new AdminError('unknown-client', `there is no application "${clientId}"; there are: ${known}`);
}
