import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apiWithToken } from '../../support/api.ts';
import { codeOf, exchange, refresh } from '../../support/login.ts';
import { type PersonName, people, type TokenModel, type TokenWorld } from './token-model.ts';

type Command = fc.AsyncCommand<TokenModel, TokenWorld>;
/** Picks one of the items that exist when the command runs: an index modulo their number. */
const which = fc.nat({ max: 9 });

class Authorize implements Command {
  readonly persona: PersonName;
  constructor(persona: PersonName) {
    this.persona = persona;
  }
  check = () => true;
  async run(model: TokenModel, { mock, codes }: TokenWorld): Promise<void> {
    codes.push(await codeOf(mock, this.persona));
    model.issueCode(this.persona);
  }
  toString = () => `authorize ${this.persona}`;
}

class Exchange implements Command {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = ({ codes }: Readonly<TokenModel>) => codes.length > 0;
  async run(model: TokenModel, { mock, codes, grants }: TokenWorld): Promise<void> {
    const number = this.which % codes.length;
    const { status, body } = await exchange(mock, codes[number] ?? '');
    assert.equal(status === 200, model.exchange(number), `code ${number} was answered by ${status}`);
    if (status === 200) grants.push({ access: String(body.access_token), refreshTokens: [String(body.refresh_token)] });
  }
  toString = () => `exchange code ${this.which}`;
}

class Refresh implements Command {
  readonly which: number;
  readonly token: number;
  constructor(which: number, token: number) {
    this.which = which;
    this.token = token;
  }
  check = ({ grants }: Readonly<TokenModel>) => grants.length > 0;
  async run(model: TokenModel, { mock, grants }: TokenWorld): Promise<void> {
    const number = this.which % grants.length;
    const grant = grants[number];
    assert.ok(grant);
    // Newest first, so that most refreshes use a valid token.
    const token = Math.max(0, grant.refreshTokens.length - 1 - this.token);
    const { status, body } = await refresh(mock, grant.refreshTokens[token] ?? '');
    assert.equal(status === 200, model.refresh(number, token), `token ${token} of grant ${number}: ${status}`);
    if (status !== 200) return;
    grant.access = String(body.access_token);
    grant.refreshTokens.push(String(body.refresh_token));
  }
  toString = () => `refresh grant ${this.which} with the ${this.token}. token before the newest`;
}

class Call implements Command {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = ({ grants }: Readonly<TokenModel>) => grants.length > 0;
  async run(model: TokenModel, { mock, grants }: TokenWorld): Promise<void> {
    const number = this.which % grants.length;
    const { status } = await apiWithToken(mock, grants[number]?.access ?? '').get('/TestOauth/jaxrs/hello?name=x');
    assert.equal(status, model.accepts(number) ? 200 : 401);
  }
  toString = () => `call the API with grant ${this.which}`;
}

class Disconnect implements Command {
  readonly persona: PersonName;
  constructor(persona: PersonName) {
    this.persona = persona;
  }
  check = () => true;
  async run(model: TokenModel, { mock }: TokenWorld): Promise<void> {
    mock.disconnect({ persona: this.persona });
    model.disconnect(this.persona);
  }
  toString = () => `disconnect ${this.persona}`;
}

class Advance implements Command {
  readonly seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  check = () => true;
  async run(model: TokenModel, { mock }: TokenWorld): Promise<void> {
    mock.clock.advance(this.seconds);
    model.now = mock.clock.now();
  }
  toString = () => `advance ${this.seconds} s`;
}

/** Every command on codes and tokens. */
export const tokenCommands: readonly fc.Arbitrary<Command>[] = [
  fc.constantFrom(...people).map((persona) => new Authorize(persona)),
  which.map((number) => new Exchange(number)),
  fc.tuple(which, fc.nat({ max: 2 })).map(([number, token]) => new Refresh(number, token)),
  which.map((number) => new Refresh(number, 0)),
  which.map((number) => new Call(number)),
  fc.constantFrom(...people).map((persona) => new Disconnect(persona)),
  fc.constantFrom(1, 30, 61, 86_400, 7_776_000, 31_536_000 / 2).map((seconds) => new Advance(seconds)),
];
