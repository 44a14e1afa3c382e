import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html } from '../../../../demo/site/pages/html.ts';

describe('html', () => {
  it('html escapes inserted strings in text and in attributes', () => {
    const markup = html`<p title="${'"><script>'}">${"<b>&'"}</p>`;

    assert.equal(String(markup), '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>');
  });

  it('html inserts markup unchanged, joins lists, and inserts nothing for false and undefined', () => {
    const markup = html`<ul>${[1, 2].map((item) => html`<li>${item}</li>`)}${false}${undefined}</ul>`;

    assert.equal(String(markup), '<ul><li>1</li><li>2</li></ul>');
  });
});
