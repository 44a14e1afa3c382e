import * as v from 'valibot';
import { isPersonScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { brokenKinds } from '../../../wire/http/answer.ts';
import { cui, persona, scenarioNames, seconds, text } from '../operation/fields.ts';

const scenario = described(
  v.picklist(scenarioNames.filter(isPersonScenario)),
  'A scenario that always applies to this certificate.',
);
const enrolledAt = v.nullable(seconds);
const isRevoked = described(v.boolean(), 'Whether the issuer revoked the certificate.');
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
    name: described(text, 'Lower-case letters, digits and hyphens, at most 40.'),
    fullName: v.exactOptional(described(text, 'Common name of the certificate. Default: the name.')),
    title: v.exactOptional(described(text, 'What can be tested with this certificate.')),
    rights: v.exactOptional(described(rights, 'CUIs that the person has rights for, given long ago or at `since`.')),
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
      rights: v.exactOptional(described(rights, 'CUIs that the person has rights for, given now or at `since`.')),
      enrolledAt: v.exactOptional(described(enrolledAt, 'Epoch seconds; `null`: not enrolled.')),
      pin: v.exactOptional(text),
      isRevoked: v.exactOptional(isRevoked),
      scenario: v.exactOptional(described(v.nullable(scenario), '`null`: removes the scenario.')),
    }),
    'A field that is absent stays as it is.',
  ),
);
export type PersonChange = InputOf<typeof personChange>;

export const renewal = titled(
  'Renewal',
  closedObject({
    enrolledAt: v.exactOptional(
      described(
        enrolledAt,
        'When the new certificate was enrolled, in epoch seconds. Default `null`: not enrolled yet.',
      ),
    ),
    keepsOldEnrolled: v.exactOptional(
      described(v.boolean(), 'Whether the old certificate stays enrolled in addition to the new one.'),
      false,
    ),
  }),
);
export type Renewal = InputOf<typeof renewal>;

export const delegation = titled(
  'Delegation',
  closedObject({
    from: described(text, 'Name of the person who has the right.'),
    to: described(text, 'Name of the person who receives it.'),
  }),
);
export type Delegation = InputOf<typeof delegation>;

export const personRequest = titled(
  'PersonRequest',
  closedObject({
    url: described(
      v.pipe(text, v.url('the absolute address of an authorization request')),
      "The authorization address, at any login door or at ANAF's host.",
    ),
    persona,
    act: v.exactOptional(described(v.picklist(['ok', 'cancel', 'wrong-pin', 'unplug']), 'What the person does.'), 'ok'),
    waitSeconds: v.exactOptional(
      described(
        v.pipe(v.number(), v.minValue(0), v.maxValue(600)),
        'Longest wait for each page of the login, in real time.',
      ),
      10,
    ),
  }),
);
export type PersonRequest = InputOf<typeof personRequest>;

export const personResult = titled(
  'PersonResult',
  v.object({
    location: v.exactOptional(described(v.string(), 'Address that the browser was redirected to, with code or error.')),
    page: v.exactOptional(
      described(v.string(), 'Instead: the last page of the login, if the person was not sent back.'),
    ),
    broken: v.exactOptional(
      described(
        v.picklist(brokenKinds),
        'Instead of both: the login broke the connection, sent something that is not HTTP, or did not answer.',
      ),
    ),
  }),
);

/** Where the login sent the browser, or where it ended. */
export type PersonResult = OutputOf<typeof personResult>;

const everyPerson = {
  name: v.string(),
  fullName: v.string(),
  title: described(v.string(), 'What can be tested with this certificate, in Romanian.'),
  pin: v.string(),
  authority,
  validity,
  enrolledAt: described(v.nullable(v.number()), 'Epoch seconds; `null`: not enrolled.'),
  serial: described(v.string(), 'Serial number of the certificate: hexadecimal, colons between bytes.'),
  p12: described(v.string(), 'Path of the PKCS#12 file on this port.'),
};

const personDescription = titled(
  'Persona',
  v.object({
    ...everyPerson,
    titleEn: v.exactOptional(described(v.string(), 'The title in English, for the default people only.')),
    companies: described(v.array(v.string()), 'CUIs.'),
    isRevoked: v.boolean(),
    scenario: described(v.nullable(v.string()), 'A scenario that always applies to this certificate.'),
  }),
);
export type PersonaDescription = OutputOf<typeof personDescription>;

export const people = titled(
  'Personas',
  v.object({
    passphrase: described(v.string(), 'Passphrase of all PKCS#12 files.'),
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
/** The entry of a person in ANAF's registers. */
export type RegisteredPerson = OutputOf<typeof registeredPerson>;
