import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXmlAnswer } from 'spv-authorize-backend/internal/anaf/xml-answer.ts';

const read = (text: string) => readXmlAnswer(Buffer.from(text));

describe('readXmlAnswer', () => {
  it('an XML answer has the attributes of its root and the errors of all elements, whatever their namespace', () => {
    const { attributes, errors } = read(
      '<a:header xmlns:a="x" a:stare="ok" id_descarcare="1"><Errors errorMessage="one"/><a:Errors errorMessage=""/></a:header>',
    );

    assert.deepEqual([attributes.get('stare'), attributes.get('id_descarcare')], ['ok', '1']);
    assert.deepEqual(errors, ['one', '']);
  });

  it('an XML answer may have white space before its declaration', () => {
    assert.equal(read('\n <?xml version="1.0"?><header stare="ok"/> \n').attributes.get('stare'), 'ok');
  });

  it('an XML answer with another root is an unknown document', () => {
    assert.throws(() => read('<answer index_incarcare="1"><header index_incarcare="2"/></answer>'), {
      name: 'AnafError',
      code: 'unavailable',
      message: 'ANAF answered with an unknown document',
    });
  });

  it("an XML answer that is not well-formed keeps the parser's error as the cause", () => {
    assert.throws(
      () => read('<header'),
      (error: Error) => {
        assert.ok(error.cause instanceof Error);
        return true;
      },
    );
  });
});
