/** Parameters whose values are shown. All other values are replaced by `[secret]`. */
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
/** Headers whose values are shown. */
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
const mostParameters = 100;
const longestSecret = 256;
/** Shorter registered secrets are not searched for in text, because they would match parts of ordinary words. */
const shortestSecret = 8;

const secretMark = '[secret]';

/** Names of secret parameters: those of OAuth and of the login, and names that clients commonly use. */
const secretName =
  '(?:[\\w-]*(?:token|secret|password|passphrase|passwd|verifier)|(?:[\\w-]*[_-])?(?:code|state|pin|session|nonce)|(?:Last)?MRH_?Session)';
const secretNames = new RegExp(`^${secretName}$`, 'i');

/** Matches JWTs, and codes, opaque tokens and session ids (lower-case hexadecimal; serial numbers in text are not). */
const tokens = /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}|(?<![0-9a-f])[0-9a-f]{32,}/g;

/** Patterns of secrets in free text, each with its replacement. */
const secretPlaces: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic) +[^\s\]"'<]+/gi, `$1 ${secretMark}`],
  // JSON that cannot be parsed as a whole
  [new RegExp(`("${secretName}"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[\\d.]+)`, 'gi'), `$1"${secretMark}"`],
  // forms, URLs and attributes, also percent-encoded or with single quotes
  [
    new RegExp(
      `(^|%26|%3F|[^\\w-])(${secretName})(\\]?["']?\\s*(?:=|%3D|:(?=\\s*'))\\s*)("[^"]*"?|'[^']*'?|(?:[^&\\s"'<>%]|%(?!26))+)`,
      'gi',
    ),
    `$1$2$3${secretMark}`,
  ],
  // XML
  [
    new RegExp(`<((?:\\w+:)?${secretName})(\\s[^<>]*)?>(?:<!\\[CDATA\\[[^]*?\\]\\]>|[^<])*`, 'gi'),
    `<$1$2>${secretMark}`,
  ],
];

/**
 * Removes secrets from what the journal shows. Of parameters and headers, only the values of allow-listed names are kept. In other
 * text, everything that looks like a secret or follows the name of one is replaced. Secrets of registered applications are replaced
 * everywhere.
 */
export class Mask {
  /** All encodings of the learned secrets, longest first, because one secret may be a prefix of another. */
  #known: readonly string[] = [];
  readonly #learned = new Set<string>();
  /** Texts that look like secrets but are not: the client identifiers. */
  readonly #open = new Set<string>();

  /**
   * From now on, masks this client secret everywhere (one of fewer than 8 characters only where a secret is expected), and never masks
   * the client identifier.
   */
  learn({ clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string }): void {
    this.#open.add(clientId);
    if (clientSecret.length < shortestSecret || this.#learned.has(clientSecret)) return;
    this.#learned.add(clientSecret);
    const all = new Set([...this.#known, ...spellingsOf(clientSecret)]);
    this.#known = [...all].sort((one, other) => other.length - one.length);
  }

  /** Masks a query or a form, up to 100 parameters. An unusual name, or a name without a value, is masked too: it may be a secret. */
  parameters(parameters: URLSearchParams): Record<string, string> {
    const masked: Record<string, string> = {};
    let count = 0;
    for (const [name, value] of parameters) {
      count += 1;
      if (count <= mostParameters) masked[this.#name(name, value)] = this.#parameter(name, value);
    }
    if (count > mostParameters) masked['…'] = `${count - mostParameters} more`;
    return masked;
  }

  headers(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string> {
    const masked: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined) continue;
      masked[name] = openHeaders.has(name) ? this.text(String(value)).slice(0, longestValue) : secretMark;
    }
    return masked;
  }

  /** Masks the path of a request. It normally contains no secret, but a faulty client may put one there. */
  path(path: string): string {
    const segments = path.split('/').map((segment) => {
      const plain = decoded(segment);
      return plain === segment || this.text(plain) === plain ? segment : secretMark;
    });
    return this.text(segments.join('/')).slice(0, 200);
  }

  /** Masks the parameters of a URL, and removes user name, password and fragment. */
  address(address: string): string {
    const queryStart = address.indexOf('?');
    const bare = this.text(withoutCredentials(queryStart < 0 ? address : address.slice(0, queryStart)));
    if (queryStart < 0) return bare.slice(0, longestValue);
    const masked = this.parameters(new URLSearchParams(address.slice(queryStart + 1).split('#')[0]));
    const pairs = Object.entries(masked).map(([name, value]) => `${name}=${value}`);
    return `${bare.slice(0, longestValue)}?${pairs.join('&')}`;
  }

  /** Masks a body. A form is shown as its masked parameters. */
  body(text: string, isForm: boolean): string {
    if (isForm) {
      const masked = Object.entries(this.parameters(new URLSearchParams(text)));
      return masked.map(([name, value]) => `${name}=${value}`).join('&');
    }
    return this.#json(text) ?? this.#multipart(text) ?? this.text(text);
  }

  /** Masks free text. */
  text(text: string): string {
    const known = this.#withoutKnown(text).replace(tokens, (found) => (this.#open.has(found) ? found : secretMark));
    return secretPlaces.reduce((rest, [place, mask]) => rest.replace(place, mask), known);
  }

  /** Masks JSON: returns it unchanged, or serialized again if it contained a secret; `undefined` if the text is not JSON. */
  #json(text: string): string | undefined {
    if (!/^\s*[[{]/.test(text)) return undefined;
    let given: unknown;
    try {
      given = JSON.parse(text);
    } catch {
      // Truncated, or not JSON: it will be masked as plain text.
      return undefined;
    }
    const whole = JSON.stringify(given);
    const masked = JSON.stringify(given, (key, value) => {
      if (secretNames.test(key)) return secretMark;
      return typeof value === 'string' ? this.body(value, false) : value;
    });
    return this.text(masked === whole ? text : masked);
  }

  #multipart(text: string): string | undefined {
    const boundary = /^--[^\r\n]{1,200}/.exec(text)?.[0];
    if (boundary === undefined) return undefined;
    const parts = text.split(boundary).map((part) => {
      const headEnd = /\r?\n\r?\n/.exec(part);
      const name = /\bname\*?="?([^";\r\n]*)/i.exec(part.slice(0, headEnd?.index ?? 0))?.[1] ?? '';
      if (headEnd && secretNames.test(name.replace(/^UTF-8''/i, '')))
        return `${part.slice(0, headEnd.index)}${headEnd[0]}${secretMark}\r\n`;
      return this.text(part);
    });
    return parts.join(boundary);
  }

  #name(name: string, value: string): string {
    if (openParameters.has(name) || secretNames.test(name)) return name;
    return value !== '' && /^[\w.-]{1,40}$/.test(name) ? this.text(name) : secretMark;
  }

  #parameter(name: string, value: string): string {
    if (!openParameters.has(name)) return secretMark;
    const bare = withoutCredentials(value);
    // The format of ANAF's client identifiers, which no secret has.
    const shown = name === 'client_id' && /^[0-9a-f]{48}$/.test(bare) ? this.#withoutKnown(bare) : this.text(bare);
    return shown.slice(0, longestValue);
  }

  #withoutKnown(text: string): string {
    let rest = text;
    for (const secret of this.#known) rest = rest.replaceAll(secret, secretMark);
    return rest;
  }
}

/** Drops the end of a truncated text, because a truncated secret would not be recognized. */
export function withoutBrokenEnd(text: string): string {
  return text.slice(0, -longestSecret);
}

/** The encodings of a secret in a URL, a form, JSON and XML. */
function spellingsOf(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret);
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [secret, encoded, lower(encoded), form, lower(form), JSON.stringify(secret).slice(1, -1), xml];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray "%": keep the segment as it is.
    return segment;
  }
}

function withoutCredentials(value: string): string {
  const [bare = ''] = value.split('#');
  return bare.replace(/\/\/[^/@]*@/, '//');
}
