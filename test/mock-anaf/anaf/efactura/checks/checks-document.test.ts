import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { invoiceChecks } from 'mock-anaf/internal/anaf/efactura/checks/invoice-checks.ts';

describe('CHECKS.md', () => {
  it('CHECKS.md lists every check of the code, in the same order', () => {
    const lines = invoiceChecks.map(({ id, label, english, source }) => {
      const rule = label === undefined ? `\`${id}\`` : `\`${id}\` \`[${label}]\``;
      return `| ${rule} | ${english} | ${source} |`;
    });
    const written = readFileSync('mock-anaf/anaf/efactura/checks/CHECKS.md', 'utf8').split('\n');
    const start = written.indexOf('| rule | requirement | source |');

    assert.deepEqual(written.slice(start + 2, start + 2 + lines.length), lines);
  });

  it('the README of mock-anaf states the number of checks', () => {
    assert.match(readFileSync('mock-anaf/README.md', 'utf8'), new RegExp(` ${invoiceChecks.length} rules on fields`));
  });
});
