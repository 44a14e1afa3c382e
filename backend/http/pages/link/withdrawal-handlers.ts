import type { RequestHandler } from 'express';
import type { Receipts } from '../../../links/receipts.ts';
import { isFromOwnPage } from '../page-request.ts';
import { contextOf, type PageBasics, sendNotice, sendPage, type Visit } from '../visit.ts';
import { type SecretAddresses, tokenOf } from './secret-address.ts';
import { unknownWithdrawalPage, withdrawalPage, withdrawnPage } from './withdrawal-pages.ts';

export interface WithdrawalDependencies extends PageBasics {
  readonly receipts: Receipts;
  readonly addresses: SecretAddresses;
  readonly publicOrigin: string;
}

/** Handlers of a receipt's personal address, by which the holder of the certificate ends the use for one company. */
export function withdrawalHandlers(dependencies: WithdrawalDependencies) {
  const { receipts, addresses, publicOrigin } = dependencies;

  return {
    askToWithdraw: async (request, response) => {
      const visit = { request, response };
      const receipt = await addresses.lookUp(visit, () => receipts.view(tokenOf(visit)), isMissing);
      if (!receipt) return sendUnknown(dependencies, visit);
      sendPage(response, 200, withdrawalPage(contextOf(dependencies, visit), receipt));
    },

    withdraw: async (request, response) => {
      const visit = { request, response };
      if (!isFromOwnPage(request, publicOrigin)) return sendNotice(dependencies, visit, 403, 'refused');
      const withdrawn = await addresses.lookUp(visit, () => receipts.withdraw(tokenOf(visit)), isMissing);
      if (!withdrawn) return sendUnknown(dependencies, visit);
      sendPage(response, 200, withdrawnPage(contextOf(dependencies, visit), withdrawn.company));
    },
  } satisfies Record<string, RequestHandler>;
}

function isMissing(found: unknown): boolean {
  return found === undefined;
}

function sendUnknown(dependencies: WithdrawalDependencies, visit: Visit): void {
  sendPage(visit.response, 404, unknownWithdrawalPage(contextOf(dependencies, visit)));
}
