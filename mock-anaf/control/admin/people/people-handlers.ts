import type { Engine } from '../../../engine/engine.ts';
import { identityOf, pkcs12Of } from '../../../engine/pki/authority.ts';
import { pkcs12Passphrase } from '../../../engine/pki/pkcs12.ts';
import type { MockState, Person } from '../../../engine/state/mock-state.ts';
import { findPerson } from '../../../engine/state/people.ts';
import { bytes, type HttpAnswer, text } from '../../../wire/http/answer.ts';
import { playPerson } from '../../browser/play-person.ts';
import { addPerson, removePerson } from '../../people/add-person.ts';
import { changePerson } from '../../people/change-person.ts';
import { delegateRight } from '../../people/delegate-right.ts';
import { renewCertificate } from '../../people/renew-certificate.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import type { peopleOperations } from './people-operations.ts';
import { personaDescriptionOf, registeredPersonOf } from './person-answers.ts';

/** Handlers that list and change people, their certificates and rights. @param pickerUrl returns `undefined` if there is no picker */
export function peopleHandlers(
  parts: Pick<Engine, 'clock' | 'events' | 'state' | 'switches'>,
  pickerUrl: () => string | undefined,
): HandlersOf<typeof peopleOperations> {
  const { state } = parts;
  return {
    readAuthority: () => pem(state.keys.authority.certificatePem),
    readPersonas: () => ({ passphrase: pkcs12Passphrase, personas: state.people.map(personaDescriptionOf) }),
    readPersonaPkcs12: ({ parameters: { name } }) => {
      const headers = { 'Content-Disposition': `attachment; filename="${name}.p12"` };
      const body = pkcs12Of(personOf(state, name), state.keys);
      return bytes(200, { type: 'application/x-pkcs12', body }, 'PKCS#12', { headers });
    },
    readPersonaPem: ({ parameters: { name } }) => {
      const { certificatePem, privateKeyPem } = identityOf(personOf(state, name), state.keys);
      return pem(certificatePem + privateKeyPem);
    },
    addPerson: ({ body }) => registeredPersonOf(addPerson(parts, body)),
    changePerson: ({ body, parameters: { name } }) => registeredPersonOf(changePerson(parts, name, body)),
    removePerson: ({ parameters: { name } }) => {
      removePerson(parts, name);
      return { done: true };
    },
    renewCertificate: ({ body, parameters: { name } }) => registeredPersonOf(renewCertificate(parts, name, body)),
    delegateRight: ({ body, parameters: { cui } }) => registeredPersonOf(delegateRight(parts, { ...body, cui })),
    authorize: ({ body }) => playPerson(parts, pickerUrl(), body),
  };
}

function personOf(state: MockState, name: string): Person {
  const person = findPerson(state, name);
  if (person) return person;
  const known = state.people.map((one) => one.name).join(', ');
  throw new AdminError('unknown-persona', `there is no person "${name}"; there are: ${known}`);
}

function pem(body: string): HttpAnswer {
  return text(200, body, 'PEM', { headers: { 'Content-Type': 'application/x-pem-file' } });
}
