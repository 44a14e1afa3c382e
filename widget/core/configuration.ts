/** The attributes and properties that configure the connection to the backend. */
export interface Given {
  readonly hasAdapter: boolean;
  readonly backendUrl: string | undefined;
  readonly sessionUrl: string | undefined;
  readonly presentation: string;
  /** The page's address, against which relative ones are resolved. */
  readonly pageUrl: string;
}

/** How the element reaches the backend, or which attribute is wrong. */
export type Configuration =
  | { readonly kind: 'adapter' }
  | { readonly kind: 'http'; readonly backendUrl: string; readonly sessionUrl: string }
  /** Neither an adapter nor an address is given; a script may still set `adapter`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly attribute: string; readonly example: string };

const presentations = ['panel', 'dialog'] as const;
export type Presentation = (typeof presentations)[number];

const examples = {
  'backend-url': 'backend-url="https://spv.example.ro"',
  'session-url': 'session-url="/spv-session"',
  presentation: 'presentation="dialog"',
} as const;

/** Returns how to reach the backend, or the first attribute that is wrong together with an example of a right one. */
export function configurationOf(given: Given): Configuration {
  if (!isPresentation(given.presentation)) return wrong('presentation');
  if (given.hasAdapter) return { kind: 'adapter' };
  const { backendUrl, sessionUrl, pageUrl } = given;
  if (!backendUrl && !sessionUrl) return { kind: 'nothing' };
  const backend = backendUrl && webAddress(backendUrl, pageUrl);
  if (!backend) return wrong('backend-url');
  const session = sessionUrl && webAddress(sessionUrl, pageUrl);
  if (!session) return wrong('session-url');
  return { kind: 'http', backendUrl: backend, sessionUrl: session };
}

/** The configuration to report when the page has set neither an adapter nor an address in time. */
export function missingConfiguration(): Extract<Configuration, { kind: 'wrong' }> {
  return { ...wrong('backend-url'), example: `<spv-authorize ${examples['backend-url']} ${examples['session-url']}>` };
}

function wrong(attribute: keyof typeof examples): Extract<Configuration, { kind: 'wrong' }> {
  return { kind: 'wrong', attribute, example: examples[attribute] };
}

function isPresentation(value: string): value is Presentation {
  return presentations.some((presentation) => presentation === value);
}

function webAddress(address: string, base: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
