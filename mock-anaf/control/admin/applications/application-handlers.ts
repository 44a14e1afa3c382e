import { endGrants } from '../../../anaf/oauth/grants.ts';
import { registerClient, removeClient } from '../../applications/change-clients.ts';
import { inspectToken } from '../../applications/inspect-token.ts';
import { issueTokensFor } from '../../applications/issue-tokens-for.ts';
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
    registerClient: ({ body }) => clientAnswerOf(registerClient(parts, body, isPickerOpen)),
    removeClient: ({ parameters: { clientId } }) => {
      const ended = removeClient(parts, clientId);
      if (ended !== undefined) return { ended };
      const known = state.clients.map((client) => client.clientId).join(', ');
      throw new AdminError('unknown-client', `there is no application "${clientId}"; there are: ${known}`);
    },
    disconnect: ({ body }) => ({ ended: endGrants(parts, body) }),
    issueTokens: async ({ body }) => tokensOf(await issueTokensFor(parts, body)),
    inspectToken: ({ body }) => inspectToken(parts, body.token.trim()),
  } satisfies HandlersOf<typeof applicationOperations>;
}
