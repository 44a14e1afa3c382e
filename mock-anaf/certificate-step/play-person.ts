import { ControlError } from '../control/control-error.ts';
import type { MockParts } from '../parts.ts';
import { findPerson } from '../state/people.ts';

export interface PersonRequest {
  /** The authorization address at any login door of this mock, or at ANAF's own host: only path and query are used. */
  readonly url: string;
  /** Name of a persona. */
  readonly persona: string;
  /** What the person does. `wrong-pin`: three times, until the token is locked. Default `ok`. */
  readonly act?: 'ok' | 'cancel' | 'wrong-pin' | 'unplug';
}

export interface PersonResult {
  /** Where the browser was sent: the redirect address with code or error. Absent when the login kept the person. */
  readonly location?: string;
  /** The last page of the login, when it kept the person. */
  readonly page?: string;
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
  const visitor = new Visitor(pickerUrl);
  let at = await visitor.follow(pathname + search);
  for (const fields of formsOf(request, person.pin)) {
    if (at.location !== undefined || !at.page?.includes('name="session"')) break;
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
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async follow(path: string, form?: URLSearchParams): Promise<PersonResult> {
    let response = await this.#visit(path, form);
    for (let redirects = 0; response.status === 302 && redirects < 10; redirects += 1) {
      const location = new URL(response.headers.get('location') ?? '', this.#origin);
      if (location.origin !== this.#origin) return { location: location.href };
      response = await this.#visit(location.pathname + location.search);
    }
    return { page: await response.text() };
  }

  async #visit(path: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form ? { method: 'POST', body: form } : {};
    const response = await fetch(this.#origin + path, { ...body, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
    if (value === 'deleted') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
