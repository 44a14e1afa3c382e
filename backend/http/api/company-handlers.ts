import type { Authorization } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import type { CompanyService } from '../../authorizations/company-service.ts';
import type { GrantImport } from '../../authorizations/grant-import.ts';
import type { Company } from '../../companies/companies.ts';
import { type Clock, instantOf } from '../../time/clock.ts';
import { Secret } from '../../vault/secret.ts';
import { hostOperations } from '../description/host-operations.ts';
import { historyDetail } from '../description/host-schemas.ts';
import { HttpProblem } from '../middleware/problem.ts';
import { importProblem } from './anaf-problems.ts';
import { checked } from './checked-handler.ts';

export interface CompanyDependencies {
  readonly authorizations: AuthorizationService;
  readonly companies: CompanyService;
  readonly grantImport: GrantImport;
  readonly clock: Clock;
}

/** Handlers for the companies of a host and their authorizations. */
export function companyHandlers({ authorizations, companies, grantImport, clock }: CompanyDependencies) {
  const answerOf = async (companyId: string) => {
    const state = await authorizations.read(companyId);
    if (!state) throw new HttpProblem('company-unknown');
    return { now: state.now, ...stateOf(state) };
  };

  return {
    listAuthorizations: checked(hostOperations.listAuthorizations, async ({ query }, response) => {
      const { after, limit, status } = query;
      const { entries, next } = await companies.list({ after, limit, status });
      response.json({ now: instantOf(clock), companies: entries.map(stateOf), next });
    }),

    readCompany: checked(hostOperations.readCompany, async ({ path }, response) => {
      response.json(await answerOf(path.id));
    }),

    saveCompany: checked(hostOperations.saveCompany, async ({ path, body }, response) => {
      const { contacts, account, taxId, name } = body;
      const result = await companies.save({ id: path.id, taxId, name, ...(account && { account }) }, contacts);
      response.status(result === 'created' ? 201 : 200).json(await answerOf(path.id));
    }),

    deleteCompany: checked(hostOperations.deleteCompany, async ({ path }, response) => {
      await companies.remove(path.id);
      response.sendStatus(204);
    }),

    readHistory: checked(hostOperations.readHistory, async ({ path, query: { before, limit } }, response) => {
      const page = await companies.history(path.id, { before, limit });
      if (!page) throw new HttpProblem('company-unknown');
      const entries = page.entries.map((entry) => ({ ...entry, detail: v.parse(historyDetail, entry.detail) }));
      response.json({ now: instantOf(clock), entries, next: page.next });
    }),

    importGrant: checked(hostOperations.importGrant, async ({ path, body }, response) => {
      const result = await grantImport.run(path.id, {
        accessToken: new Secret(body.accessToken),
        refreshToken: new Secret(body.refreshToken),
        reauthorizeBy: body.reauthorizeBy,
      });
      if (result.kind !== 'imported') throw importProblem(result);
      response.json(await answerOf(path.id));
    }),
  };
}

function stateOf({ company, authorization }: { readonly company: Company; readonly authorization: Authorization }) {
  const { id, taxId, name } = company;
  return { companyId: id, company: { taxId, name }, authorization };
}
