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
/** A registered secret that is shorter would be found in half of all words. */
const shortestSecret = 8;

const secretMark = '[secret]';

/** Names that secrets go by, in OAuth, at the login and in the habits of clients. */
const secretName =
  '(?:[\\w-]*(?:token|secret|password|passphrase|passwd)|code|code_verifier|state|pin|session|nonce|MRHSession|LastMRH_Session)';

/** JWTs; codes, opaque tokens and sessions, which are hexadecimal in small letters, as no serial number is. */
const tokens = /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}|(?<![0-9a-f])[0-9a-f]{32,}/g;
const shortestToken = 11;

/** What a text may hold a secret in: each with what is written in its place. */
const secretPlaces: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic) +[^\s\]"'<]+/gi, `$1 ${secretMark}`],
  // JSON
  [new RegExp(`("${secretName}"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[\\d.]+)`, 'gi'), `$1"${secretMark}"`],
  // A form, an address, an attribute; also percent-encoded.
  [
    new RegExp(
      `(^|%26|%3F|[^\\w-])(${secretName})(\\s*(?:=|%3D)\\s*)("[^"]*"?|'[^']*'?|(?:[^&\\s"'<>%]|%(?!26))+)`,
      'gi',
    ),
    `$1$2$3${secretMark}`,
  ],
  // multipart/form-data
  [
    new RegExp(`(name="?${secretName}"?[^\\r\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n)[^]*?(?=\\r?\\n--|$)`, 'gi'),
    `$1${secretMark}`,
  ],
  // XML
  [new RegExp(`<((?:\\w+:)?${secretName})>[^<]*`, 'gi'), `<$1>${secretMark}`],
];

/**
 * Takes secrets out of what the journal shows. Of parameters and headers the values of all but listed names are replaced; of other
 * text what looks like a secret, or stands where one does. The secrets of registered applications are found anywhere.
 */
export class Mask {
  readonly #known = new Set<string>();

  /** From now on this secret is masked wherever it stands; one under 8 characters only where secrets stand. */
  learn(secret: string): void {
    if (secret.length >= shortestSecret) this.#known.add(secret);
  }

  /** Parameters of a query or a form. A name that is none, or that has no value, may itself be what should not be shown. */
  parameters(parameters: URLSearchParams): Record<string, string> {
    const masked: Record<string, string> = {};
    for (const [name, value] of parameters) masked[this.#name(name, value)] = this.#parameter(name, value);
    return masked;
  }

  headers(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string> {
    const masked: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined) continue;
      masked[name] = openHeaders.has(name) ? this.#value(String(value)).slice(0, longestValue) : secretMark;
    }
    return masked;
  }

  /** The path of a request, which should hold none. */
  path(path: string): string {
    return this.#value(path).slice(0, 200);
  }

  /** An address with its parameters masked, and without user name, password and fragment. */
  address(address: string): string {
    const queryStart = address.indexOf('?');
    const bare = this.#value(withoutCredentials(queryStart < 0 ? address : address.slice(0, queryStart)));
    if (queryStart < 0) return bare;
    const masked = this.parameters(new URLSearchParams(address.slice(queryStart + 1).split('#')[0]));
    const pairs = Object.entries(masked).map(([name, value]) => `${name}=${value}`);
    return `${bare}?${pairs.join('&')}`;
  }

  /** A body; of a form as its parameters. */
  body(text: string, isForm: boolean): string {
    if (!isForm) return this.#text(text);
    const masked = Object.entries(this.parameters(new URLSearchParams(text)));
    return masked.map(([name, value]) => `${name}=${value}`).join('&');
  }

  #name(name: string, value: string): string {
    if (openParameters.has(name) || secretNames.test(name)) return name;
    return value !== '' && /^[\w.[\]-]{1,40}$/.test(name) ? this.#value(name) : secretMark;
  }

  #parameter(name: string, value: string): string {
    if (!openParameters.has(name)) return secretMark;
    const bare = withoutCredentials(value);
    // 48 hexadecimal digits, and no secret.
    if (name === 'client_id') return this.#withoutKnown(bare);
    return name === 'redirect_uri' ? this.#text(bare) : this.#value(bare);
  }

  /** What should hold no secret: only what looks like one is looked for, as this is done for every exchange. */
  #value(value: string): string {
    const rest = this.#withoutKnown(value);
    return rest.length < shortestToken ? rest : rest.replace(tokens, secretMark);
  }

  #text(text: string): string {
    return secretPlaces.reduce((rest, [place, mask]) => rest.replace(place, mask), this.#value(text));
  }

  #withoutKnown(text: string): string {
    let rest = text;
    for (const secret of this.#known) {
      rest = rest.replaceAll(secret, secretMark).replaceAll(encodeURIComponent(secret), secretMark);
    }
    return rest;
  }
}

const secretNames = new RegExp(`^${secretName}$`, 'i');

function withoutCredentials(value: string): string {
  const [bare = ''] = value.split('#');
  return bare.replace(/\/\/[^/@]*@/, '//').slice(0, longestValue);
}
