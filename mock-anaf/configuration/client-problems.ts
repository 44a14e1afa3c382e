import { isAcceptableRedirectUri } from '../anaf/oauth/redirect-uri.ts';
import { isScenarioName, scenarioCatalogue } from '../engine/scenarios/catalogue.ts';
import type { Client } from '../engine/state/mock-state.ts';

/** Checks a registered application. Returns one sentence for each problem; an empty list if it can be used. */
export function clientProblems(
  { clientId, clientSecret, redirectUris, scenario }: Client,
  isPickerOpen: boolean,
): string[] {
  const allowed = isPickerOpen ? 'https, or http to localhost, 127.0.0.1 or [::1]' : 'https';
  return [
    ...(clientId && clientSecret ? [] : ['"clients" must each have a "clientId" and a "clientSecret"']),
    ...scenarioProblems(clientId, scenario),
    ...redirectUris
      .filter((address) => !isAcceptableRedirectUri(address, isPickerOpen))
      .map(
        (address) =>
          `"redirectUris" of client ${clientId} must be absolute, without fragment, and ${allowed}; got "${address}"`,
      ),
  ];
}

function scenarioProblems(clientId: string, scenario: string | undefined): string[] {
  if (scenario === undefined || isScenarioName(scenario)) return [];
  const known = Object.keys(scenarioCatalogue).join(', ');
  return [`"scenario" of client ${clientId} must be one of: ${known}; got "${scenario}"`];
}
