/** Parameters that tell nothing secret. Every other value is written as `[secret]`, known or not. */
const openParameters = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'token_content_type',
  'scope',
  'error',
  'errorcode',
  'grant_type',
  'cif',
  'zile',
  'filtru',
  'standard',
  'extern',
  'autofactura',
  'executare',
  'id',
  'id_incarcare',
  'startTime',
  'endTime',
  'pagina',
  'name',
  'act',
  'persona',
  'vhost',
]);
const openHeaders = new Set([
  'host',
  'user-agent',
  'accept',
  'accept-language',
  'content-type',
  'content-length',
  'origin',
  'accept-encoding',
  'cache-control',
  'connection',
  'transfer-encoding',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
]);
const longestValue = 300;

const secretMark = '[secret]';

/** Parameters of a query or a form, with the values of all but the listed names replaced. */
export function maskParameters(parameters: URLSearchParams): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of parameters) {
    masked[name.slice(0, longestValue)] = openParameters.has(name) ? withoutCredentials(value) : secretMark;
  }
  return masked;
}

export function maskHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) masked[name] = openHeaders.has(name) ? String(value).slice(0, longestValue) : secretMark;
  }
  return masked;
}

/** What no text may show, wherever it stands: each with what stays of it. */
const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}(\.[\w-]*){0,2}/g, secretMark],
  // Codes, opaque tokens, sessions, secrets.
  [/\b[0-9a-f]{32,}\b/gi, secretMark],
  [/\b(Bearer|Basic) +[^\s\]"'<]+/gi, `$1 ${secretMark}`],
  [
    /("(?:access_token|refresh_token|code|code_verifier|state|client_secret|pin)"\s*:\s*")(?:[^"\\]|\\.)*/gi,
    `$1${secretMark}`,
  ],
  [/\b(access_token|refresh_token|code|code_verifier|state|client_secret|pin)=[^&\s"'<>]+/gi, `$1=${secretMark}`],
];

/** A body as text. Of a form the values of all but the listed names are replaced, of anything else what looks like a secret. */
export function maskBody(text: string, contentType: string): string {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const masked = Object.entries(maskParameters(new URLSearchParams(text)));
    return masked.map(([name, value]) => `${name}=${value}`).join('&');
  }
  return secretTexts.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

/** An address with its parameters masked, and without user name, password and fragment. */
export function maskAddress(address: string): string {
  const queryStart = address.indexOf('?');
  const bare = withoutCredentials(queryStart < 0 ? address : address.slice(0, queryStart));
  if (queryStart < 0) return bare;
  const masked = maskParameters(new URLSearchParams(address.slice(queryStart + 1).split('#')[0]));
  const pairs = Object.entries(masked).map(([name, value]) => `${name}=${value}`);
  return `${bare}?${pairs.join('&')}`;
}

function withoutCredentials(value: string): string {
  const [bare = ''] = value.split('#');
  return bare.replace(/\/\/[^/@]*@/, '//').slice(0, longestValue);
}
