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
