import { colonSeparated, serialOf } from '../../../engine/pki/serial.ts';
import type { Person } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { addPerson, removePerson } from '../../people/add-person.ts';
import { putCompany, removeCompany } from '../../people/change-companies.ts';
import { changePerson } from '../../people/change-person.ts';
import { delegateRight } from '../../people/delegate-right.ts';
import { renewCertificate } from '../../people/renew-certificate.ts';
import { type AdminRoute, route } from '../admin-route.ts';
import * as register from './register-operations.ts';

/** People, their certificates and rights, and companies, at run time. */
export function peopleRoutes(parts: MockParts): readonly AdminRoute[] {
  const removed = () => json(200, { done: true }, 'it was taken out of the registers');
  return [
    route(register.addPerson, ({ body }) => personAnswer(addPerson(parts, body), 'a person was added')),
    route(register.changePerson, ({ body, parameters: { name = '' } }) =>
      personAnswer(changePerson(parts, name, body), 'a person was changed'),
    ),
    route(register.removePerson, ({ parameters: { name = '' } }) => {
      removePerson(parts, name);
      return removed();
    }),
    route(register.renewCertificate, ({ body, parameters: { name = '' } }) =>
      personAnswer(renewCertificate(parts, name, body), 'a certificate was renewed'),
    ),
    route(register.delegateRight, ({ body, parameters: { cui = '' } }) =>
      personAnswer(delegateRight(parts, { ...body, cui }), 'a right was passed on'),
    ),
    route(register.putCompany, ({ body, parameters: { cui = '' } }) =>
      json(200, putCompany(parts, { ...body, cui }), 'a company was added or replaced'),
    ),
    route(register.removeCompany, ({ parameters: { cui = '' } }) => {
      removeCompany(parts, cui);
      return removed();
    }),
  ];
}

function personAnswer(person: Person, reason: string): HttpAnswer {
  const {
    keyPair: _secret,
    certificatePem: _onItsOwn,
    renewals: _inTheSerial,
    earlierCertificates = [],
    ...others
  } = person;
  const body = {
    ...others,
    serial: colonSeparated(serialOf(person)),
    earlierCertificates: earlierCertificates.map(({ serial, enrolledAt }) => ({
      serial: colonSeparated(serial),
      enrolledAt,
    })),
    p12: `/personas/${person.name}.p12`,
  };
  return json(200, body, reason);
}
