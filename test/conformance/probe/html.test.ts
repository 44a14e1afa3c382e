import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstForm, refreshTarget } from 'spv-authorize-conformance/internal/probe/html.ts';

describe('the small browser of the kit', () => {
  it('the browser finds the form that is sent by POST, with its hidden fields and its named button', () => {
    const html = `<form><input name="q"></form>
      <form method="POST" action="/go?a=1&amp;b=2"><input type="hidden" name="csrf" value="&quot;x&quot;">
      <input name="typed" value="no"><button name='step' value=next>Continue</button></form>`;

    assert.deepEqual(firstForm(html), { action: '/go?a=1&b=2', fields: { csrf: '"x"', step: 'next' } });
  });

  it('a form without an action is sent to the address of its page', () => {
    assert.deepEqual(firstForm('<form method=post><button>Continue</button></form>'), { action: '', fields: {} });
  });

  it('a page without a form by POST has nothing to press', () => {
    assert.equal(firstForm('<form method="get"><button>Search</button></form>'), undefined);
  });

  it('only a refresh without delay leads on', () => {
    assert.equal(refreshTarget('0;url=https://login.example/?a=b'), 'https://login.example/?a=b');
    assert.equal(refreshTarget('5;url=https://login.example/'), undefined);
    assert.equal(refreshTarget(''), undefined);
  });
});
