import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oneLine, paragraphsOf, withoutLinks } from 'spv-authorize-backend/internal/markup/shown-text.ts';

describe('oneLine', () => {
  it('a name becomes one line without characters that hide or reorder text', () => {
    assert.equal(oneLine(' Ana\r\nBcc: x@example.ro\0\u2028 SRL\u202E\u200B '), 'Ana Bcc: x@example.ro SRL');
    assert.equal(oneLine('Brutăria „Spic” S.R.L. 👩‍🍳'), 'Brutăria „Spic” S.R.L. 👩‍🍳');
    assert.equal(oneLine('half \uD83D'), 'half \uFFFD');
  });
});

describe('paragraphsOf', () => {
  it('every line of a text becomes a paragraph, and empty lines are dropped', () => {
    assert.deepEqual(paragraphsOf('Bună!\r\n\r\n  Mulțumesc.\nMaria\u2029'), ['Bună!', 'Mulțumesc.', 'Maria']);
    assert.deepEqual(paragraphsOf(' \n '), []);
  });
});

describe('withoutLinks', () => {
  it('addresses are broken, and everything else is unchanged', () => {
    const shown = (text: string) => withoutLinks(text).replaceAll('\u200B', '|');

    assert.equal(shown('vezi https://evil.ro/a?b=c.'), 'vezi https:|/|/|evil.|ro/|a?b=c.|');
    assert.equal(shown('scrie la ana@evil.ro'), 'scrie la ana@|evil.|ro');
    assert.equal(shown('9gag.com sau șosea.ro'), '9gag.|com sau șosea.|ro');
    assert.equal(shown('Exemplu S.R.L., la 10.30, 1.250 lei'), 'Exemplu S.R.L., la 10.30, 1.250 lei');
  });
});
