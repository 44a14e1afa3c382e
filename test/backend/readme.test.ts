import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { variables } from 'spv-authorize-backend/internal/configuration/variables.ts';

const readme = readFileSync('backend/README.md', 'utf8');

describe('the README of the backend', () => {
  it('the README of the backend names every environment variable that the backend reads, and no other', () => {
    const source = readFileSync('backend/configuration/config.ts', 'utf8');
    const read = new Set(source.match(/\b[A-Z]{3,}(?:_[A-Z]+)*\b/g));
    const [, table = ''] = /\| variable \|.*\n\|-.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const named = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/[A-Z]{3,}(?:_[A-Z]+)*/g) ?? []);

    assert.deepEqual(named.toSorted(), [...read].toSorted());
  });

  it('the README of the backend explains the variables as --help does', () => {
    const rows = variables.map(({ names, meaning, fallback }) => {
      const shown = names.map((name) => `\`${name}\``).join(', ');
      return `| ${shown} | ${meaning} | ${fallback} |\n`;
    });

    assert.ok(readme.includes(rows.join('')), `the table in the README must be:\n${rows.join('')}`);
  });

  it('the README of the backend describes every folder, and no other', () => {
    const folders = readdirSync('backend', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['.cache', 'dist', 'node_modules'].includes(entry.name))
      .map(({ name }) => `${name}/`);
    const [, table = ''] = /\| folder \|.*\n\|-.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const described = [...table.matchAll(/^\| `([a-z]+\/)` \|/gm)].map(([, name]) => name);

    assert.deepEqual(described.toSorted(), folders.toSorted());
  });
});
