import * as v from 'valibot';
import { isPersonScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { brokenKinds } from '../../../wire/http/answer.ts';
import { cui, persona, scenarioNames, seconds, text } from '../operation/fields.ts';

const scenario = described(
  v.picklist(scenarioNames.filter(isPersonScenario)),
  'The scenario that this certificate switches on by itself.',
);
const enrolledAt = v.nullable(seconds);
const isRevoked = described(v.boolean(), 'The issuer revoked the certificate.');
const authority = v.picklist(['trusted', 'unknown']);
const validity = v.picklist(['long', 'expired']);
const right = closedObject({
  cui,
  since: described(seconds, 'Epoch seconds; the right is in force 24 hours later.'),
});
const rights = v.array(v.union([text, right]));

export const personToAdd = titled(
  'PersonToAdd',
  closedObject({
    name: described(text, 'Small letters, digits and hyphens, at most 40.'),
    fullName: v.exactOptional(described(text, 'Common name of the certificate. Default: the name.')),
    title: v.exactOptional(described(text, 'What this certificate can show.')),
    rights: v.exactOptional(described(rights, 'CUIs, each a right since long ago or from `since`.')),
    authority: v.exactOptional(authority, 'trusted'),
    validity: v.exactOptional(validity, 'long'),
    enrolledAt: v.exactOptional(described(enrolledAt, 'Epoch seconds; `null`: not enrolled. Default: long ago.')),
    pin: v.exactOptional(text, '1234'),
    isRevoked: v.exactOptional(isRevoked),
    scenario: v.exactOptional(scenario),
  }),
);
export type PersonToAdd = InputOf<typeof personToAdd>;

export const personChange = titled(
  'PersonChange',
  described(
    closedObject({
      rights: v.exactOptional(described(rights, 'CUIs, each a right from now on or from `since`.')),
      enrolledAt: v.exactOptional(described(enrolledAt, 'Epoch seconds; `null`: not enrolled.')),
      pin: v.exactOptional(text),
      isRevoked: v.exactOptional(isRevoked),
      scenario: v.exactOptional(described(v.nullable(scenario), '`null`: none any more.')),
    }),
    'A field that is absent stays as it is.',
  ),
);
export type PersonChange = InputOf<typeof personChange>;

export const renewal = titled(
  'Renewal',
  closedObject({
    enrolledAt: v.exactOptional(described(enrolledAt, 'Of the new certificate. Default `null`: not enrolled yet.')),
    keepsOldEnrolled: v.exactOptional(
      described(v.boolean(), 'The old certificate stays enrolled beside the new one.'),
      false,
    ),
  }),
);
export type Renewal = InputOf<typeof renewal>;

export const delegation = titled(
  'Delegation',
  closedObject({
    from: described(text, 'Name of the person who has the right.'),
    to: described(text, 'Name of the person who gets it.'),
  }),
);
export type Delegation = InputOf<typeof delegation>;

export const personRequest = titled(
  'PersonRequest',
  closedObject({
    url: described(
      v.pipe(text, v.url('the absolute address of an authorization request')),
      "The authorization address, at any login door or at ANAF's own host.",
    ),
    persona,
    act: v.exactOptional(described(v.picklist(['ok', 'cancel', 'wrong-pin', 'unplug']), 'What the person does.'), 'ok'),
    waitSeconds: v.exactOptional(
      described(v.pipe(v.number(), v.minValue(0), v.maxValue(600)), 'For each page of the login.'),
      10,
    ),
  }),
);
export type PersonRequest = InputOf<typeof personRequest>;

export const personResult = titled(
  'PersonResult',
  v.object({
    location: v.exactOptional(described(v.string(), 'Where the browser was sent, with code or error.')),
    page: v.exactOptional(described(v.string(), 'Instead: the last page of the login, when it kept the person.')),
    broken: v.exactOptional(
      described(v.picklist(brokenKinds), 'Instead of both: the connection was cut, no HTTP came, or no answer at all.'),
    ),
  }),
);

/** Where the login sent the browser, or where it ended. */
export type PersonResult = OutputOf<typeof personResult>;

const everyPerson = {
  name: v.string(),
  fullName: v.string(),
  title: described(v.string(), 'What this certificate can show, in Romanian.'),
  pin: v.string(),
  authority,
  validity,
  enrolledAt: described(v.nullable(v.number()), 'Epoch seconds; `null`: not enrolled.'),
  serial: described(v.string(), 'Of the certificate: hexadecimal, colons between bytes.'),
  p12: described(v.string(), 'Path of the PKCS#12 on this port.'),
};

const personDescription = titled(
  'Persona',
  v.object({
    ...everyPerson,
    titleEn: v.exactOptional(described(v.string(), 'The title in English; only for the people that the mock brings.')),
    companies: described(v.array(v.string()), 'CUIs.'),
    isRevoked: v.boolean(),
    scenario: described(v.nullable(v.string()), 'The scenario that this certificate switches on by itself.'),
  }),
);
export type PersonaDescription = OutputOf<typeof personDescription>;

export const people = titled(
  'Personas',
  v.object({
    passphrase: described(v.string(), 'Of every PKCS#12.'),
    personas: v.array(personDescription),
  }),
);
export type People = OutputOf<typeof people>;

export const registeredPerson = titled(
  'RegisteredPerson',
  v.object({
    ...everyPerson,
    rights: v.array(v.object({ cui: v.string(), since: v.number(), delegatedBy: v.exactOptional(v.string()) })),
    earlierCertificates: v.array(v.object({ serial: v.string(), enrolledAt: v.nullable(v.number()) })),
    isRevoked: v.exactOptional(v.boolean()),
    scenario: v.exactOptional(v.picklist(scenarioNames)),
  }),
);
/** What ANAF's registers hold of a person. */
export type RegisteredPerson = OutputOf<typeof registeredPerson>;
