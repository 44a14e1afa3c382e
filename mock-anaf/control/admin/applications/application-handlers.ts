import { endGrants } from '../../../anaf/oauth/grants.ts';
import type { TokenMaker } from '../../../anaf/oauth/token-maker.ts';
import type { Engine } from '../../../engine/engine.ts';
import { registerClient, removeClient } from '../../applications/change-clients.ts';
import { inspectToken } from '../../applications/inspect-token.ts';
import { issueTokensFor } from '../../applications/issue-tokens-for.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import { clientAnswerOf, tokensOf } from './application-answers.ts';
import type { applicationOperations } from './application-operations.ts';

/** What these handlers use. `isPickerOpen`: `http:` redirect addresses of this machine are accepted as well. */
export type ApplicationParts = Pick<Engine, 'clock' | 'events' | 'lifetimes' | 'state' | 'switches'> & {
  readonly tokens: TokenMaker;
  readonly isPickerOpen: boolean;
};

/** Handlers that list and change applications, grants and tokens. */
export function applicationHandlers(parts: ApplicationParts): HandlersOf<typeof applicationOperations> {
  const { state, isPickerOpen } = parts;
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
  };
}
