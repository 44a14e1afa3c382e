import { describe, it } from 'node:test';
import { absoluteUrl, certificateIdentity, companyId, instant, shownText, taxId } from 'spv-authorize/contract';
import { accepts, refuses, withoutEach } from './schema.ts';

describe('the primitives of the contract', () => {
  it('an instant is a whole number of seconds that is not negative', () => {
    accepts(instant, 0, 1_795_504_320);
    refuses(instant, -1, 1.5, '1795504320');
  });

  it('a company id has 1 to 128 characters', () => {
    accepts(companyId, 'c', 'x'.repeat(128));
    refuses(companyId, '', 'x'.repeat(129), 7);
  });

  it('a tax id has 2 to 10 digits, or the 13 of a CNP, without RO', () => {
    accepts(taxId, '12', '1234567890', '1234567890123');
    refuses(taxId, '1', '12345678901', '123456789012', '12345678901234', 'RO12345674', '12345674 ', 'x12', 12_345_674);
  });

  it('a shown text has 1 to 200 characters', () => {
    accepts(shownText, 'x', 'x'.repeat(200));
    refuses(shownText, '', 'x'.repeat(201));
  });

  it('an address is absolute and has at most 2048 characters', () => {
    accepts(absoluteUrl, 'https://spv.example/a', `https://spv.example/${'x'.repeat(2048 - 20)}`);
    refuses(absoluteUrl, '/a', '', `https://spv.example/${'x'.repeat(2048 - 19)}`);
  });

  it('a certificate is identified by issuer and serial', () => {
    accepts(certificateIdentity, { issuer: 'certSIGN', serial: '5A3F' });
    refuses(certificateIdentity, ...withoutEach({ issuer: 'certSIGN', serial: '5A3F' }));
  });
});
