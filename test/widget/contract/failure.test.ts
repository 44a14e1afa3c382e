import { describe, it } from 'node:test';
import {
  anafWindowSight,
  causeCode,
  causeCodes,
  diagnosis,
  evidence,
  failureCode,
  failureCodes,
  groundCode,
  groundCodes,
  likelihood,
  reply,
} from 'spv-authorize/contract';
import { accepts, refuses, withoutEach } from './schema.ts';

const cause = { cause: 'wrong-pin', likelihood: 'likely', grounds: ['pin-was-asked'] };

describe('the failure and its diagnosis in the contract', () => {
  it('only the listed codes are accepted', () => {
    accepts(failureCode, ...failureCodes);
    accepts(causeCode, ...causeCodes);
    accepts(groundCode, ...groundCodes);
    accepts(likelihood, 'certain', 'likely', 'possible');
    accepts(reply, 'yes', 'no', 'unknown');
    accepts(anafWindowSight, 'closed', 'nothing');
    for (const schema of [failureCode, causeCode, groundCode, likelihood, reply, anafWindowSight])
      refuses(schema, '', 'x');
  });

  it('evidence may be empty, and its time is not negative', () => {
    accepts(evidence, {}, { answeredAfterSeconds: 0, earlierOpeningInSameBrowser: true });
    accepts(evidence, { certificate: { issuer: 'certSIGN', serial: '5A3F' }, chooserSeen: 'no', pinAsked: 'unknown' });
    refuses(evidence, { answeredAfterSeconds: -1 }, { chooserSeen: 'maybe' }, { pinAsked: 1 }, { sight: 'x' });
    refuses(evidence, { earlierOpeningInSameBrowser: 'yes' }, { certificate: {} });
  });

  it('a diagnosis has at least one cause, and each cause a likelihood and grounds', () => {
    accepts(diagnosis, { causes: [cause] }, { causes: [cause, { ...cause, grounds: [] }] });
    refuses(diagnosis, {}, { causes: [] }, ...withoutEach(cause).map((part) => ({ causes: [part] })));
  });
});
