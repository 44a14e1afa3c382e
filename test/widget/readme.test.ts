import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readmePath, withReference } from './reference.ts';

describe('the README of the widget', () => {
  const readme = readFileSync(readmePath, 'utf8');

  it('the README has the reference tables of the element’s source (written by node test/widget/reference.ts)', () => {
    assert.equal(readme, withReference(readme));
  });

  it('the README shows in its first ten lines how the element is embedded', () => {
    assert.match(readme.split('\n').slice(0, 10).join('\n'), /<spv-authorize backend-url=/);
  });
});
