import type { AnafConfiguration } from '../probe/anaf.ts';
import type { Report } from '../verdict/run-conformance.ts';
import type { CheckResult, LevelResult } from '../verdict/verdict.ts';

const marks = { met: '✓', 'not-met': '✗', 'not-checked': '–', 'not-announced': '–' } as const;
const words = {
  met: 'met',
  'not-met': 'NOT MET',
  'not-checked': 'not checked',
  'not-announced': 'not announced',
} as const;

/** What a person configures at the backend before the checks run. */
export function configurationText(baseUrl: string, origin: string, configuration: AnafConfiguration): string {
  const { loginUrl, tokenUrl, apiUrl, environment, clientId, clientSecret, redirectUri } = configuration;
  return [
    `Configure the backend at ${baseUrl} like this, and start it:`,
    '',
    `  login          ${loginUrl}/anaf-oauth2/v1/authorize`,
    `  token          ${tokenUrl}/anaf-oauth2/v1/token`,
    `  e-Factura API  ${apiUrl}/${environment}/FCTEL/rest`,
    `  client id      ${clientId}`,
    `  client secret  ${clientSecret}`,
    `  callback       ${redirectUri}`,
    `  allowed origin ${origin}`,
    '',
    'With the variables of the reference backend:',
    '',
    `  ANAF_LOGIN_URL=${loginUrl} ANAF_TOKEN_URL=${tokenUrl} ANAF_API_URL=${apiUrl} \\`,
    `  ANAF_ENVIRONMENT=${environment} ANAF_CLIENT_ID=${clientId} \\`,
    `  ANAF_CLIENT_SECRET=${clientSecret} \\`,
    `  PUBLIC_URL=${baseUrl} ALLOWED_ORIGINS=${origin}`,
    '',
    `Waiting for ${baseUrl} …`,
  ].join('\n');
}

/** One line for a check, with what the backend did instead. */
export function checkLine({ outcome, id, fact, reason }: CheckResult): string {
  const line = `  ${marks[outcome]} ${fact}  (${id})`;
  return reason === undefined ? line : `${line}\n      ${reason}`;
}

/** The verdicts at the end of a run. */
export function verdictText({ levels, withAnaf, capabilities }: Report): string {
  return [
    '',
    `Capabilities: ${capabilities.join(', ') || 'none'}`,
    ...(withAnaf ? [] : ['Without mock-anaf: only the checks that need no ANAF were run.']),
    '',
    ...levels.map(levelLine),
  ].join('\n');
}

function levelLine({ level, number, verdict, missing }: LevelResult): string {
  const name = number === undefined ? level : `L${number} ${level}`;
  const lines = missing.map((sentence) => `      missing: ${sentence}`);
  return [`  ${marks[verdict]} ${name.padEnd(12)} ${words[verdict]}`, ...lines].join('\n');
}
