import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenLinks, brokenPaths, brokenReferences, codeFiles, markdownFiles } from './citations.ts';

describe('citations', () => {
  it('every link of a document leads to a file and a heading of this repository', () => {
    assert.deepEqual(
      markdownFiles().flatMap((file) => brokenLinks(file)),
      [],
    );
  });

  it('every path that a document names exists', () => {
    assert.deepEqual(
      markdownFiles().flatMap((file) => brokenPaths(file)),
      [],
    );
  });

  it('every document and section that code or documents cite exists', () => {
    assert.deepEqual(
      [...codeFiles(), ...markdownFiles()].flatMap((file) => brokenReferences(file)),
      [],
    );
  });
});

describe('the test of citations', () => {
  it('a link to a missing file or heading is reported with its line', () => {
    const text = 'See [a](README.md),\n[b](nowhere.md) and [c](README.md#no-such-heading).';

    assert.deepEqual(
      brokenLinks('README.md', text).map(({ line, citation }) => [line, citation]),
      [
        [2, '](nowhere.md)'],
        [2, '](README.md#no-such-heading)'],
      ],
    );
  });

  it('a path to a missing file is reported, and a path inside a code block is not', () => {
    const text = '`backend/index.ts` and `backend/nowhere.ts`\n```sh\ncat `backend/gone.ts`\n```\n';

    assert.deepEqual(
      brokenPaths('README.md', text).map(({ citation }) => citation),
      ['`backend/nowhere.ts`'],
    );
  });

  it('a missing document, a missing section and a section without its document are reported', () => {
    // Put together here, so that this file does not cite them itself.
    const missing = [`${'docs'}/nowhere.md`, `${'docs'}/facts-anaf.md §99.9`, `${'facts'} §1.5`];

    const found = brokenReferences('backend/example.ts', `// ${missing.join('\n// ')}\n// docs/facts-anaf.md §1.5`);

    assert.deepEqual(
      found.map(({ citation }) => citation),
      missing,
    );
  });
});
