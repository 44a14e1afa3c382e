import { variables } from './configuration/variables.ts';

/** What `spv-authorize-backend --help` prints. */
export const help = `spv-authorize-backend: authorizes companies in ANAF's S.P.V. for e-Factura, and keeps their tokens.

Usage: spv-authorize-backend [--help | --version]

It reads its configuration from environment variables, listens, and stops on SIGINT or SIGTERM:

${variables.map(({ names, meaning, fallback }) => `  ${names.join(', ')}\n      ${plain(meaning)}\n      ${defaultOf(fallback)}`).join('\n')}

To read them from a file: node --env-file=.env node_modules/.bin/spv-authorize-backend
Its addresses are described at /openapi.json. To try it without ANAF, start mock-anaf and set the ANAF_…_URL variables.
`;

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function defaultOf(fallback: string): string {
  if (fallback === 'required') return 'Required.';
  return fallback === 'none' ? 'Optional.' : `Default: ${plain(fallback)}`;
}
