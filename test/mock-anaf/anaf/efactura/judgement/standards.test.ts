import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isStandard, judgeDocument, standardOf } from 'mock-anaf/internal/anaf/efactura/judgement/standards.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { XmlError } from 'mock-anaf/internal/anaf/efactura/xml/xml-error.ts';
import { notTaken, type Standard, type Upload } from 'mock-anaf/internal/engine/state/mock-state.ts';
import { buyerMessage } from '../../../support/buyer-message.ts';
import { crossIndustryInvoice } from '../../../support/cross-industry-invoice.ts';
import { beta, exemplu, gama, invoice } from '../../../support/invoice.ts';

const now = 1_800_000_000;
const good = { stare: 'ok', seller: exemplu.cui, buyer: beta.cui } as const;
const invoices = {
  '7': uploaded({}),
  '8': uploaded({ environment: 'prod' }),
  '9': uploaded({ processedAt: now + 1 }),
  '10': uploaded({ verdict: { stare: 'nok', errors: ['x'] } }),
  '11': uploaded({ standard: 'RASP' }),
};

function uploaded(more: Partial<Upload>): Upload {
  return {
    ...{
      id: '7',
      environment: 'test',
      cif: exemplu.cui,
      standard: 'UBL',
      isSelfBilled: false,
      xml: '',
      messageId: null,
    },
    ...{ uploadedAt: now, processedAt: now, verdict: good, ...more },
  };
}

type Submission = Parameters<typeof judgeDocument>[3];

function judge(standard: Standard, xml: string, submission: Partial<Submission> = {}) {
  const state = { companies: [exemplu, beta], uploads: invoices };
  const sent = { cui: null, environment: 'test', at: now, ...submission } as const;
  return judgeDocument(readXmlDocument(Buffer.from(xml)), standard, state, sent);
}

const documents = {
  UBL: invoice(),
  CN: invoice({ root: 'CreditNote' }),
  CII: crossIndustryInvoice(exemplu.cui),
  RASP: buyerMessage('7'),
} as const satisfies Record<Standard, string>;

describe('the standards', () => {
  it('only the names of the standards are standards', () => {
    assert.deepEqual(['UBL', 'CN', 'CII', 'RASP', 'ubl', 'toString', ''].map(isStandard), [
      ...[true, true, true, true, false, false, false],
    ]);
  });

  for (const [standard, xml] of Object.entries(documents)) {
    it(`a document of ${standard} is recognized by its root element and namespace`, () => {
      assert.equal(standardOf(readXmlDocument(Buffer.from(xml))), standard);
    });
  }

  it('a document with the name or the namespace of a standard only belongs to none', () => {
    for (const xml of ['<Invoice/>', '<Other xmlns="mfp:anaf:dgti:spv:reqMesaj:v1"/>', '<header xmlns="urn:x"/>']) {
      assert.equal(standardOf(readXmlDocument(Buffer.from(xml))), undefined, xml);
    }
  });

  for (const [standard, xml] of [
    ['CN', invoice()],
    ['UBL', invoice({ root: 'CreditNote' })],
    ['UBL', '<Invoice/>'],
    ['RASP', '<x:Other xmlns:x="mfp:anaf:dgti:spv:reqMesaj:v1"/>'],
  ] as const) {
    const { root } = readXmlDocument(Buffer.from(xml));

    it(`a document with the root ${root.qualifiedName} and the namespace "${root.namespace}" is refused as ${standard}`, () => {
      assert.throws(
        () => judge(standard, xml),
        (error) => {
          assert.ok(error instanceof XmlError);
          assert.match(
            error.message,
            new RegExp(
              `lineNumber: ${root.line}; .*cvc-elt.1.a: Cannot find the declaration of element '${root.qualifiedName}'. $`,
            ),
          );
          return true;
        },
      );
    });
  }
});

describe('an invoice of UBL', () => {
  it('an invoice or credit note is judged by the checks and its parties', () => {
    assert.deepEqual([judge('UBL', documents.UBL), judge('CN', documents.CN)], [good, good]);
    assert.equal(judge('UBL', invoice({ changes: { 'EX-1': 'EX' } })).stare, 'nok');
  });

  for (const [title, submission, stare] of [
    ['of the seller, who must be the sender', { cui: exemplu.cui, role: 'seller' }, 'ok'],
    ['of another company, although the seller must be the sender', { cui: beta.cui, role: 'seller' }, 'nok'],
    ['of another company, if nobody must be the sender', { cui: gama.cui }, 'ok'],
    ['that is only validated', { cui: null, role: 'seller' }, 'ok'],
  ] as const) {
    it(`an invoice ${title} is ${stare}`, () => {
      assert.equal(judge('UBL', documents.UBL, submission).stare, stare);
      assert.equal(judge('CII', documents.CII, submission).stare, stare);
    });
  }

  it('an invoice with an element of another vocabulary is not processed', () => {
    const changes = { '<cbc:DueDate>': '<x:Other xmlns:x="urn:x"/><cbc:DueDate>' };

    assert.deepEqual(judge('UBL', invoice({ changes })), { stare: notTaken });
  });

  it('an invoice with an element of another vocabulary in an extension is processed', () => {
    const common = 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2';
    const extension = (content: string) => ({
      '<cbc:DueDate>': `<e:UBLExtensions xmlns:e="${common}"><e:UBLExtension>${content}</e:UBLExtension></e:UBLExtensions><cbc:DueDate>`,
    });

    const inside = '<e:ExtensionContent><x:Other xmlns:x="urn:x"/></e:ExtensionContent>';
    assert.deepEqual(judge('UBL', invoice({ changes: extension(inside) })), good);
    assert.deepEqual(judge('UBL', invoice({ changes: extension('<x:Other xmlns:x="urn:x"/>') })), { stare: notTaken });
  });
});

describe('a Cross Industry Invoice', () => {
  it('a Cross Industry Invoice of a known seller is accepted, of an unknown one refused', () => {
    assert.deepEqual(judge('CII', documents.CII), good);
    assert.equal(judge('CII', crossIndustryInvoice(gama.cui)).stare, 'nok');
  });

  it('the CUI of a party is its VAT number, although another number comes first', () => {
    const other = '<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">1</ram:ID></ram:SpecifiedTaxRegistration>';
    const xml = documents.CII.replaceAll('<ram:SpecifiedTaxRegistration>', `${other}<ram:SpecifiedTaxRegistration>`);

    assert.deepEqual(judge('CII', xml), good);
  });

  it('the CUI of a party is its first number if none is a VAT number', () => {
    assert.deepEqual(judge('CII', documents.CII.replaceAll('"VA"', '"FC"')), good);
  });

  it('a Cross Industry Invoice without a buyer number names no buyer', () => {
    const xml = documents.CII.replace(/<ram:BuyerTradeParty>.*<\/ram:BuyerTradeParty>/, '');

    assert.deepEqual(judge('CII', xml), { ...good, buyer: '' });
  });

  it('a Cross Industry Invoice without parties is of an unknown seller', () => {
    const xml = documents.CII.replace(/<rsm:SupplyChain[\s\S]*Transaction>/, '');

    assert.deepEqual(judge('CII', xml), {
      stare: 'nok',
      errors: ['E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:'],
    });
  });
});

describe('a message of a buyer', () => {
  it('a message of the buyer about an invoice that was processed is accepted', () => {
    assert.deepEqual(judge('RASP', documents.RASP, { cui: beta.cui }), good);
  });

  for (const [title, id, cui] of [
    ['of another company than the buyer', '7', exemplu.cui],
    ['that names no sender', '7', null],
    ['about an invoice of the other environment', '8', beta.cui],
    ['about an invoice that is not yet processed', '9', beta.cui],
    ['about an invoice that was refused', '10', beta.cui],
    ['about another message', '11', beta.cui],
    ['about an unknown invoice', '12', beta.cui],
    ['about no invoice', '', beta.cui],
    ['about a name that every object has', 'toString', beta.cui],
  ] as const) {
    it(`a message ${title} is refused with the number it gives`, () => {
      assert.deepEqual(judge('RASP', buyerMessage(id), { cui }), {
        stare: 'nok',
        errors: [`E: Nu exista factura cu id_incarcare= ${id}`],
      });
    });
  }

  it('a message without the number of an invoice is refused', () => {
    const xml = documents.RASP.replace('index_incarcare="7"', '');

    assert.deepEqual(judge('RASP', xml, { cui: beta.cui }), {
      stare: 'nok',
      errors: ['E: Nu exista factura cu id_incarcare= '],
    });
  });
});
