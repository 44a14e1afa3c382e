import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import { knownPerson } from '../people/known-person.ts';
import { LoginBrowser, type LoginResult } from './login-browser.ts';

/** A login to complete. */
export interface PersonRequest {
  /** The authorization address, at any login door of this mock or at ANAF's host. Only path and query are used. */
  readonly url: string;
  /** Name of a persona. */
  readonly persona: string;
  /** What the person does. `wrong-pin`: enters a wrong PIN three times, until the token is locked. Default `ok`. */
  readonly act?: 'ok' | 'cancel' | 'wrong-pin' | 'unplug';
  /** How long to wait for each page, in seconds of real time, 0 to 600. Default 10. */
  readonly waitSeconds?: number;
}

/** Where the login ended: `location` if it sent the person back to the application, `page` if it did not, `broken` if it failed. */
export type PersonResult = LoginResult;

/**
 * Completes a login as a person at the picker would: follows the pages over HTTP, with cookies and redirects.
 * @param pickerUrl `undefined` if the mock was started without the picker
 * @throws ControlError if there is no picker, the person is unknown or `waitSeconds` is out of range
 */
export async function playPerson(
  { state }: Pick<Engine, 'state'>,
  pickerUrl: string | undefined,
  request: PersonRequest,
): Promise<PersonResult> {
  if (pickerUrl === undefined) throw new ControlError('"authorize" needs the picker: start the mock with picker: true');
  const person = knownPerson(state, request.persona);
  const { pathname, search } = new URL(request.url);
  const { waitSeconds = 10 } = request;
  if (!(waitSeconds >= 0 && waitSeconds <= 600)) {
    throw new ControlError(`"waitSeconds" must be a number from 0 to 600; got ${waitSeconds}`);
  }
  const browser = new LoginBrowser(pickerUrl, waitSeconds * 1000);
  let result = await browser.open(pathname + search);
  for (const fields of formsOf(request, person.pin)) {
    if (!result.page?.includes('name="session"')) break;
    result = await browser.open('/my.policy', new URLSearchParams(fields));
  }
  return result;
}

/** The forms that the person submits, one after the other, as long as the picker shows a form. */
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
