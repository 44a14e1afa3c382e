import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Mask } from 'mock-anaf/internal/engine/journal/mask.ts';

const mask = new Mask();
const odd = 's3 cr"et\\a/b+c&d=xyz';
for (const clientSecret of ['plain secret-Zq9', 'short', 'abcdefgh', 'abcdefgh-LONGTAIL99', odd])
  mask.learn({ clientId: 'c0ffee'.repeat(8), clientSecret });
const code = 'f7584c01803b44ef373abe83855c53b1'.repeat(2);
const jwt = 'eyJhbGciOiJSUzUxMiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl';

describe('parameters', () => {
  for (const [query, masked] of [
    ['client_id=c&code=1&state=2&cif=3', { client_id: 'c', code: '[secret]', state: '[secret]', cif: '3' }],
    ['new_thing=4&clientid=5', { new_thing: '[secret]', clientid: '[secret]' }],
    [`client_id=${'c0ffee'.repeat(8)}`, { client_id: 'c0ffee'.repeat(8) }],
    ['client_id=plain+secret-Zq9', { client_id: '[secret]' }],
    [`scope=${jwt}&cif=${code}&name=z${code}`, { scope: '[secret]', cif: '[secret]', name: 'z[secret]' }],
    ['redirect_uri=https://user:pass@host/path%23token', { redirect_uri: 'https://host/path' }],
    [
      `redirect_uri=https://host/path?tenant=7%26code=${code}%26client_secret=x`,
      { redirect_uri: 'https://host/path?tenant=7&code=[secret]&client_secret=[secret]' },
    ],
    [`client_id=${code}`, { client_id: '[secret]' }],
    [`client_id=${jwt}`, { client_id: '[secret]' }],
    ['id=abcdefgh-LONGTAIL99', { id: '[secret]' }],
    [`redirect_uri=https://x/${'-'.repeat(259)}${code}`, { redirect_uri: `https://x/${'-'.repeat(259)}[secret]` }],
    ['a[S]=1&x[state]=S', { '[secret]': '[secret]' }],
    // A parameter without a value may be the secret itself.
    [jwt, { '[secret]': '[secret]' }],
    ['just-a-word', { '[secret]': '[secret]' }],
    ['{"client_secret":"x"}', { '[secret]': '[secret]' }],
    ['code', { code: '[secret]' }],
  ] as const) {
    it(`the parameters ${query.slice(0, 40)} are shown as ${JSON.stringify(masked).slice(0, 60)}`, () => {
      assert.deepEqual(mask.parameters(new URLSearchParams(query)), masked);
    });
  }
});

describe('headers', () => {
  it('the headers authorization and cookie are hidden, and so is everything that looks like a token in other headers', () => {
    const headers = { host: 'h', authorization: 'Bearer x', cookie: 'MRHSession=x', 'x-other': 'y', accept: jwt };

    assert.deepEqual(mask.headers({ ...headers, 'user-agent': 'mine plain secret-Zq9' }), {
      ...{ host: 'h', authorization: '[secret]', cookie: '[secret]', 'x-other': '[secret]', accept: '[secret]' },
      'user-agent': 'mine [secret]',
    });
  });
});

describe('addresses and paths', () => {
  for (const [address, masked] of [
    ['https://app/callback?code=1&state=2', 'https://app/callback?code=[secret]&state=[secret]'],
    ['https://app/callback?error=access_denied&state=2#x', 'https://app/callback?error=access_denied&state=[secret]'],
    ['/my.policy', '/my.policy'],
  ] as const) {
    it(`the address ${address.slice(0, 60)} is shown as ${masked}`, () => {
      assert.equal(mask.address(address), masked);
    });
  }

  it('a code or token in a path is replaced', () => {
    assert.equal(mask.path(`/anaf-oauth2/v1/revoke/${jwt}`), '/anaf-oauth2/v1/revoke/[secret]');
    assert.equal(mask.path(`/callback/${code}/x`), '/callback/[secret]/x');
    assert.equal(mask.path('/x/%73%33%20cr%22et%5ca%2Fb%2Bc%26d%3Dxyz/y'), '/x/[secret]/y');
    assert.equal(mask.path(`/x/%65yJ${jwt.slice(3)}`), '/x/[secret]');
    assert.equal(mask.path('/x;state=S/y%20z'), '/x;state=[secret]');
    assert.equal(mask.path('/a%20b/c'), '/a%20b/c');
    assert.equal(mask.path('/test/FCTEL/rest/upload'), '/test/FCTEL/rest/upload');
  });
});

describe('a body', () => {
  for (const [kind, body] of Object.entries({
    JSON: JSON.stringify({ x: odd }),
    'JSON in JSON': JSON.stringify({ a: JSON.stringify({ x: odd, state: 'SSS' }) }),
    XML: '<a b="s3 cr&quot;et\\a/b+c&amp;d=xyz">SSS</a>'.replace('SSS', ''),
    'a form in a text': `x ${new URLSearchParams({ a: odd })}`,
    'an address': encodeURIComponent(odd),
    'an address in lower case': encodeURIComponent(odd).toLowerCase(),
    'objects and lists': '{"state":{"link":"SSS"},"pin":["SSS"],"list":[{"clientSecret":"SSS"}]}',
    'escaped names': '{"st\\u0061te":"SSS"}',
    'names with a prefix': 'my_pin=SSS&x[state]=SSS',
    'quotes of another language': "{'state':'SSS'}",
    'XML with attributes, spaces and CDATA': '<pin a="b">SSS</pin><state >SSS</state><t:code><![CDATA[SSS<]]></t:code>',
    'multipart with a line like a boundary':
      '--x\r\nContent-Disposition: form-data; name="state"\r\n\r\nSSS\r\n--SSS\r\n--x--',
    'multipart with an encoded name': "--x\r\nContent-Disposition: form-data; name*=UTF-8''pin\r\n\r\nSSS\r\n--x--",
  })) {
    it(`no secret in ${kind} is shown`, () => {
      const masked = mask.body(body, false);

      assert.match(masked, /\[secret\]/);
      assert.doesNotMatch(masked, /SSS|cr.{1,8}et|xyz/);
    });
  }

  it('JSON without a secret stays as it was written', () => {
    const list = '{ "mesaje": [ {"tip":"FACTURA \\u0054RIMISA"} ],\n"serial":"34AB" }';

    assert.equal(mask.body(list, false), list);
  });

  it('a form is shown as its masked parameters', () => {
    assert.equal(mask.body('client_id=c&code=1&x=2', true), 'client_id=c&code=[secret]&x=[secret]');
  });

  for (const [body, masked] of [
    ['{"access_token":"a\\"b","expires_in":1}', '{"access_token":"[secret]","expires_in":1}'],
    [`{"a":"${jwt}","b":1}`, '{"a":"[secret]","b":1}'],
    ['{"a":"eyJhbGciOiJSUzUx', '{"a":"[secret]'],
    [
      '{"clientSecret":"x", "refreshToken" : "y", "pin": 1234}',
      '{"clientSecret":"[secret]","refreshToken":"[secret]","pin":"[secret]"}',
    ],
    ['{"token_type":"Bearer","scope":"a"}', '{"token_type":"Bearer","scope":"a"}'],
    ['val=[Bearer abc.d] Basic dXNlcg== x', 'val=[Bearer [secret]] Basic [secret] x'],
    [`${code.slice(0, 32)} ${code} c8c9da20-0000`, '[secret] [secret] c8c9da20-0000'],
    ['val=[34AB0F34AB0F34AB0F34AB0F34AB0F34]', 'val=[34AB0F34AB0F34AB0F34AB0F34AB0F34]'],
    ['<a href="/x?code=12&amp;y=1&state=z">', '<a href="/x?code=[secret]&amp;y=1&state=[secret]">'],
    [
      'client_secret%3Dx.y%26grant_type%3Dz%26password%3Dq',
      'client_secret%3D[secret]%26grant_type%3Dz%26password%3D[secret]',
    ],
    [
      '<a client_secret="x"><pin>1234</pin><t:token>y</t:token></a>',
      '<a client_secret=[secret]><pin>[secret]</pin><t:token>[secret]</t:token></a>',
    ],
    [
      '<cbc:ID>EX-1</cbc:ID><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
      '<cbc:ID>EX-1</cbc:ID><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
    ],
    [
      '--x\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\np q\r\n--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n<a/>\r\n--x--',
      '--x\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\n[secret]\r\n--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n<a/>\r\n--x--',
    ],
    ['anything with plain secret-Zq9, and plain%20secret-Zq9 in it', 'anything with [secret], and [secret] in it'],
    ['a short word stays', 'a short word stays'],
  ] as const) {
    it(`a body is shown as ${JSON.stringify(masked).slice(0, 70)}`, () => {
      assert.equal(mask.body(body, false), masked);
    });
  }

  it('a body without secrets is unchanged at any length, and is processed in linear time', () => {
    // Patterns that backtrack would take hours for this body. The timeout of the test runner would then end the test.
    const lines = '<cbc:Note>cod 123 state of things</cbc:Note>'.repeat(100_000);

    assert.equal(mask.body(lines, false), lines);
  });
});
