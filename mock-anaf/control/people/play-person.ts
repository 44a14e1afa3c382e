import { ControlError } from '../../engine/settings/control-error.ts';
import { findPerson } from '../../engine/state/people.ts';
import type { MockParts } from '../../parts.ts';
import { type BrokenPage, type Page, visitPage } from './visit-page.ts';

export interface PersonRequest {
  /** The authorization address at any login door of this mock, or at ANAF's own host: only path and query are used. */
  readonly url: string;
  /** Name of a persona. */
  readonly persona: string;
  /** What the person does. `wrong-pin`: three times, until the token is locked. Default `ok`. */
  readonly act?: 'ok' | 'cancel' | 'wrong-pin' | 'unplug';
  /** How long to wait for each page, 0 to 600 seconds by the machine's time. Default 10. */
  readonly waitSeconds?: number;
}

export interface PersonResult {
  /** Where the browser was sent: the redirect address with code or error. Absent when the login kept the person. */
  readonly location?: string;
  /** The last page of the login, when it kept the person. */
  readonly page?: string;
  /** In place of both: the login cut the connection, sent what is no HTTP, or gave no answer within `waitSeconds`. */
  readonly broken?: BrokenPage;
}

/** Walks the login's pages over HTTP as a browser would, cookies and redirects included. */
export async function playPerson(
  parts: MockParts,
  pickerUrl: string | undefined,
  request: PersonRequest,
): Promise<PersonResult> {
  if (pickerUrl === undefined) throw new ControlError('"authorize" needs the picker: start the mock with picker: true');
  const person = findPerson(parts.state, request.persona);
  if (!person) {
    const known = parts.state.people.map(({ name }) => name).join(', ');
    throw new ControlError(`"persona" must be one of: ${known}; got "${request.persona}"`);
  }
  const { pathname, search } = new URL(request.url);
  const { waitSeconds = 10 } = request;
  if (!(waitSeconds >= 0 && waitSeconds <= 600)) {
    throw new ControlError(`"waitSeconds" must be a number from 0 to 600; got ${waitSeconds}`);
  }
  const visitor = new Visitor(pickerUrl, waitSeconds * 1000);
  let at = await visitor.follow(pathname + search);
  for (const fields of formsOf(request, person.pin)) {
    if (!at.page?.includes('name="session"')) break;
    at = await visitor.follow('/my.policy', new URLSearchParams(fields));
  }
  return at;
}

function formsOf({ persona, act = 'ok' }: PersonRequest, pin: string): Record<string, string>[] {
  const choose = { act: 'choose', persona };
  const wrong = { act: 'pin', persona, pin: `${pin}0` };
  switch (act) {
    case 'ok':
      return [choose, { act: 'pin', persona, pin }];
    case 'cancel':
      return [{ act: 'cancel' }];
    case 'wrong-pin':
      return [choose, wrong, wrong, wrong, { act: 'cancel' }];
    case 'unplug':
      return [{ act: 'unplug' }, { act: 'cancel' }];
    default:
      return act satisfies never;
  }
}

/** A browser in miniature: cookies, and redirects as far as they stay at the login. */
class Visitor {
  readonly #origin: string;
  readonly #waitMs: number;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, waitMs: number) {
    this.#origin = origin;
    this.#waitMs = waitMs;
  }

  async follow(path: string, form?: URLSearchParams): Promise<PersonResult> {
    let page = await this.#visit(path, form);
    for (let redirects = 0; typeof page === 'object' && page.status === 302 && redirects < 10; redirects += 1) {
      const location = new URL(page.location, this.#origin);
      // As it was sent: what reads it is a test, which may look at every byte.
      if (location.origin !== this.#origin) return { location: page.location };
      page = await this.#visit(location.pathname + location.search);
    }
    return typeof page === 'object' ? { page: page.body } : { broken: page };
  }

  async #visit(path: string, form?: URLSearchParams): Promise<Page | BrokenPage> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await visitPage(this.#origin + path, { cookie, waitMs: this.#waitMs, ...(form && { form }) });
    if (typeof page === 'object') for (const line of page.setCookie) this.#keep(line);
    return page;
  }

  #keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
    if (value === 'deleted') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
