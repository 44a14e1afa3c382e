import assert from 'node:assert/strict';
import fc from 'fast-check';
import { admin } from '../../../support/admin.ts';
import { type ApiClient, apiWithToken } from '../../../support/api.ts';
import { buyerMessage } from '../../../support/buyer-message.ts';
import { invoice } from '../../../support/invoice.ts';
import {
  type Cui,
  cuis,
  type PersonName,
  people,
  type RightsModel,
  type RightsWorld,
  type Role,
  type World,
} from './rights-model.ts';

type Command = fc.AsyncCommand<RightsModel, RightsWorld>;

/** A person that sends a document for a company. */
interface Sender {
  readonly person: PersonName;
  readonly world: World;
  readonly cif: Cui;
}

/** A command; without `check` it can always be run. */
function command(name: string, run: Command['run'], check: Command['check'] = () => true): Command {
  return { check, run, toString: () => name };
}

function apiOf({ mock, tokens }: RightsWorld, person: PersonName, world: World): ApiClient {
  return apiWithToken(mock, tokens[person], world);
}

function changeRights(person: PersonName, cui: Cui, isGiven: boolean): Command {
  return command(`${isGiven ? 'give' : 'take from'} ${person} the right for ${cui}`, async (model, { mock }) => {
    if (isGiven) model.give(person, cui);
    else model.take(person, cui);
    const { status } = await admin(mock, 'PUT', `/personas/${person}`, { rights: model.given(person) });
    assert.equal(status, 200);
  });
}

function advance(hours: number): Command {
  return command(`advance ${hours} hours`, async (model, { mock }) => {
    mock.clock.advance(hours * 3600);
    model.now = mock.clock.now();
  });
}

function upload(sender: Sender, role: Role, parties: Readonly<Record<Role, Cui>>): Command {
  const { person, world, cif } = sender;
  const mark = role === 'buyer' ? '&autofactura=DA' : '';
  const name = `${person} uploads for ${cif} in ${world}${mark}: ${parties.seller} to ${parties.buyer}`;
  return command(name, async (model, real) => {
    const sent = { path: `upload?standard=UBL&cif=${cif}${mark}`, body: invoice(parties) };
    const id = await send(model, real, sender, sent);
    if (id !== undefined) model.upload({ id, world, cif, role, parties });
  });
}

function answerInvoice(sender: Sender, which: number): Command {
  const { person, world, cif } = sender;
  const name = `${person} answers upload ${which} for ${cif} in ${world}`;
  const run: Command['run'] = async (model, real) => {
    const about = model.uploads[which % model.uploads.length];
    assert.ok(about);
    const sent = { path: `upload?standard=RASP&cif=${cif}`, body: buyerMessage(about.id) };
    const id = await send(model, real, sender, sent);
    if (id !== undefined) model.answer(id, world, cif, about);
  };
  return command(name, run, ({ uploads }) => uploads.length > 0);
}

/** Sends a document and returns its upload id, which the mock gives only to a person with a right for the company. */
async function send(
  model: RightsModel,
  real: RightsWorld,
  { person, world, cif }: Sender,
  { path, body }: { readonly path: string; readonly body: string },
): Promise<string | undefined> {
  const { text } = await apiOf(real, person, world).post(path, body);
  const id = /ExecutionStatus="0" index_incarcare="(\d+)"/.exec(text)?.[1];
  assert.equal(id !== undefined, model.mayActFor(person, cif), text);
  if (id === undefined) assert.match(text, refusalFor(model, person, cif));
  return id;
}

function list(person: PersonName, world: World, cui: Cui, isPaged: boolean): Command {
  return command(`${person} lists ${cui} in ${world}${isPaged ? ' by pages' : ''}`, async (model, real) => {
    const [start, end] = [(model.now - 59 * 86_400) * 1000, model.now * 1000].map(Math.floor);
    const path = isPaged
      ? `listaMesajePaginatieFactura?startTime=${start}&endTime=${end}&pagina=1&cif=${cui}`
      : `listaMesajeFactura?zile=60&cif=${cui}`;
    const { text } = await apiOf(real, person, world).get(path);
    const found: readonly { id: string; cif: string }[] = JSON.parse(text).mesaje ?? [];
    if (!model.mayActFor(person, cui)) return assert.match(text, refusalFor(model, person, cui));
    assert.deepEqual(
      found.map(({ id }) => id),
      model.messagesOf(cui, world).toReversed(),
    );
    assert.ok(found.every(({ cif }) => cif === cui));
  });
}

function askForState(person: PersonName, world: World, which: number): Command {
  const name = `${person} asks for the state of upload ${which} in ${world}`;
  const run: Command['run'] = async (model, real) => {
    const one = model.uploads[which % model.uploads.length];
    assert.ok(one);
    const { text } = await apiOf(real, person, world).get(`stareMesaj?id_incarcare=${one.id}`);
    const isSeen = one.world === world && model.mayActFor(person, one.cif);
    assert.equal(/ stare="(\w+)"/.exec(text)?.[1], isSeen ? one.stare : undefined, text);
  };
  return command(name, run, ({ uploads }) => uploads.length > 0);
}

function download(person: PersonName, world: World, which: number): Command {
  const name = `${person} downloads message ${which} in ${world}`;
  const run: Command['run'] = async (model, real) => {
    const one = model.messages[which % model.messages.length];
    assert.ok(one);
    const { type, text } = await apiOf(real, person, world).get(`descarcare?id=${one.id}`);
    const isSeen = one.world === world && model.mayActFor(person, one.cif);
    assert.equal(type === 'application/zip', isSeen, text.slice(0, 200));
  };
  return command(name, run, ({ messages }) => messages.length > 0);
}

function refusalFor(model: RightsModel, person: PersonName, cui: Cui): RegExp {
  return model.companies(person).length === 0
    ? /Nu exista niciun CIF pentru care sa aveti drept in SPV/
    : new RegExp(`Nu aveti drept in SPV pentru CIF=${cui}`);
}

const person = fc.constantFrom(...people);
const cui = fc.constantFrom(...cuis);
const world = fc.constantFrom<World>('test', 'prod');
const sender = fc.record({ person, world, cif: cui });
const role = fc.constantFrom<Role>('seller', 'buyer');

/** Commands that change rights, and commands that need a right. */
export const rightsCommands: readonly fc.Arbitrary<Command>[] = [
  fc.tuple(person, cui, fc.boolean()).map((given) => changeRights(...given)),
  fc.tuple(person, cui).map((given) => changeRights(...given, true)),
  fc.constantFrom(1, 12, 23, 24, 25).map(advance),
  fc.tuple(sender, role, fc.record({ seller: cui, buyer: cui })).map((given) => upload(...given)),
  // Invoices whose sender is the party that it claims to be, so that enough of them are accepted.
  fc
    .tuple(sender, role, cui)
    .map(([from, own, other]) =>
      upload(from, own, own === 'seller' ? { seller: from.cif, buyer: other } : { seller: other, buyer: from.cif }),
    ),
  fc.tuple(sender, fc.nat({ max: 99 })).map((given) => answerInvoice(...given)),
  fc.tuple(person, world, cui, fc.boolean()).map((given) => list(...given)),
  fc.tuple(person, world, fc.nat({ max: 99 })).map((given) => askForState(...given)),
  fc.tuple(person, world, fc.nat({ max: 99 })).map((given) => download(...given)),
];
