import { XmlElement } from '../xml/xml-element.ts';

const nothing = new XmlElement({ name: '', namespace: '', attributes: {}, text: '', children: [] });

/** Access to the parts of a UBL invoice or credit note, for the checks. A missing part is an empty element. */
export class InvoiceView {
  readonly root: XmlElement;
  readonly isCreditNote: boolean;
  readonly seller: XmlElement;
  readonly buyer: XmlElement;
  readonly totals: XmlElement;
  readonly lines: readonly XmlElement[];
  /** The VAT total in the currency of the invoice. */
  readonly vatTotal: XmlElement;
  /** The VAT breakdown, one element for each category and rate. */
  readonly vatGroups: readonly XmlElement[];
  readonly allowances: readonly XmlElement[];
  readonly charges: readonly XmlElement[];

  constructor(root: XmlElement) {
    const currency = root.textAt('DocumentCurrencyCode');
    const vatTotals = root.all('TaxTotal');
    const isIn = (total: XmlElement) => total.first('TaxAmount')?.attributes.currencyID === currency;
    this.root = root;
    this.isCreditNote = root.name === 'CreditNote';
    this.seller = root.first('AccountingSupplierParty/Party') ?? nothing;
    this.buyer = root.first('AccountingCustomerParty/Party') ?? nothing;
    this.totals = root.first('LegalMonetaryTotal') ?? nothing;
    this.lines = root.all(this.isCreditNote ? 'CreditNoteLine' : 'InvoiceLine');
    this.vatTotal = vatTotals.find(isIn) ?? vatTotals[0] ?? nothing;
    this.vatGroups = this.vatTotal.all('TaxSubtotal');
    this.allowances = allowancesOf(root);
    this.charges = chargesOf(root);
  }

  text(path: string): string {
    return this.root.textAt(path);
  }
}

/** Allowances of the document, or of one line. */
export function allowancesOf(element: XmlElement): readonly XmlElement[] {
  return element.all('AllowanceCharge').filter((one) => one.textAt('ChargeIndicator') === 'false');
}

/** Charges of the document, or of one line. */
export function chargesOf(element: XmlElement): readonly XmlElement[] {
  return element.all('AllowanceCharge').filter((one) => one.textAt('ChargeIndicator') === 'true');
}

/** The VAT category of a line, a group of the VAT breakdown, an allowance or a charge. */
export function vatCategoryOf(element: XmlElement): XmlElement {
  return element.first('TaxCategory') ?? element.first('Item/ClassifiedTaxCategory') ?? nothing;
}

/** Whether all elements have text at the path. */
export function allHave(elements: readonly XmlElement[], path: string): boolean {
  return elements.every((element) => element.textAt(path) !== '');
}
