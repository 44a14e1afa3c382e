import type { MockAnaf } from 'mock-anaf';

export const people = ['ana', 'bogdan', 'carmen'] as const;
export type PersonName = (typeof people)[number];

/** Three companies of the mock's seed. */
export const cuis = ['90123459', '90234171', '90345285'] as const;
export type Cui = (typeof cuis)[number];

export type World = 'test' | 'prod';

/** The mock under test. */
export interface RightsWorld {
  readonly mock: MockAnaf;
  /** One access token per person, which stays the same when the person's rights change. */
  readonly tokens: Readonly<Record<PersonName, string>>;
}

export type Role = 'seller' | 'buyer';

export interface ModelUpload {
  readonly id: string;
  readonly world: World;
  readonly cif: Cui;
  readonly stare: 'ok' | 'nok';
  /** Seller and buyer of an accepted invoice, who may exchange messages about it. */
  readonly parties?: Readonly<Record<Role, Cui>>;
}

/** An invoice before the model judges it. */
export interface ModelInvoice extends Pick<ModelUpload, 'id' | 'world' | 'cif'> {
  readonly role: Role;
  readonly parties: Readonly<Record<Role, Cui>>;
}

export interface ModelMessage {
  readonly id: string;
  readonly world: World;
  readonly cif: Cui;
}

const propagationSeconds = 86_400;

/** A second, minimal implementation of the rights. The test compares the mock with it. */
export class RightsModel {
  now: number;
  readonly #rights = new Map<PersonName, Map<Cui, number>>(people.map((name) => [name, new Map()]));
  readonly uploads: ModelUpload[] = [];
  readonly messages: ModelMessage[] = [];
  #nextMessageId = 3_001_293_434;

  constructor(now: number) {
    this.now = now;
  }

  /** Gives a right from now on. A right that the person already has keeps its date. */
  give(person: PersonName, cui: Cui): void {
    const rights = this.#rightsOf(person);
    if (!rights.has(cui)) rights.set(cui, this.now);
  }

  take(person: PersonName, cui: Cui): void {
    this.#rightsOf(person).delete(cui);
  }

  /** All rights of a person, including those that are not in force yet. */
  given(person: PersonName): readonly Cui[] {
    return [...this.#rightsOf(person).keys()];
  }

  companies(person: PersonName): readonly Cui[] {
    return [...this.#rightsOf(person)]
      .filter(([, since]) => this.now - since >= propagationSeconds)
      .map(([cui]) => cui);
  }

  mayActFor(person: PersonName, cui: Cui): boolean {
    return this.companies(person).includes(cui);
  }

  /** Judges an invoice that is sent for the company `cif`, which claims to be the party `role`. */
  upload({ id, world, cif, role, parties }: ModelInvoice): void {
    const { seller, buyer } = parties;
    if (parties[role] !== cif) this.#refuse(id, world, cif);
    else
      this.#take({ id, world, cif, stare: 'ok', parties }, ...(role === 'seller' ? [seller, buyer] : [buyer, seller]));
  }

  /** Judges a buyer's message about an invoice. */
  answer(id: string, world: World, cif: Cui, invoice: ModelUpload | undefined): void {
    const parties = invoice?.world === world ? invoice.parties : undefined;
    if (parties?.buyer !== cif) this.#refuse(id, world, cif);
    else this.#take({ id, world, cif, stare: 'ok' }, parties.buyer, parties.seller);
  }

  #refuse(id: string, world: World, cif: Cui): void {
    this.#take({ id, world, cif, stare: 'nok' }, cif);
  }

  /** @param listedAt the companies that find a message in their lists, in the order of the message ids */
  #take(upload: ModelUpload, ...listedAt: readonly Cui[]): void {
    this.uploads.push(upload);
    for (const cif of listedAt) {
      this.messages.push({ id: String(this.#nextMessageId), world: upload.world, cif });
      this.#nextMessageId += 1;
    }
  }

  messagesOf(cui: Cui, world: World): readonly string[] {
    return this.messages.filter((message) => message.cif === cui && message.world === world).map(({ id }) => id);
  }

  #rightsOf(person: PersonName): Map<Cui, number> {
    const rights = this.#rights.get(person);
    if (!rights) throw new RangeError(`the model has no person "${person}"`);
    return rights;
  }
}
