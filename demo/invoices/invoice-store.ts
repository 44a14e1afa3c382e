import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Delivery, Invoice } from './invoice.ts';

/** The site's invoices, kept in one JSON file, or only in memory without a file. */
export class InvoiceStore {
  readonly #file: string | undefined;
  #invoices: readonly Invoice[];

  /** @param seed used when the file does not exist yet */
  constructor(seed: readonly Invoice[], file?: string) {
    this.#file = file;
    this.#invoices = file && existsSync(file) ? readInvoices(file) : seed;
  }

  ofCompany(companyId: string): readonly Invoice[] {
    return this.#invoices.filter((invoice) => invoice.companyId === companyId);
  }

  /** Undefined for an unknown id, and for the id of another company's invoice. */
  find(companyId: string, id: string): Invoice | undefined {
    return this.ofCompany(companyId).find((invoice) => invoice.id === id);
  }

  setDelivery(companyId: string, id: string, delivery: Delivery): void {
    this.#invoices = this.#invoices.map((invoice) =>
      invoice.companyId === companyId && invoice.id === id ? { ...invoice, delivery } : invoice,
    );
    this.#save();
  }

  #save(): void {
    if (!this.#file) return;
    const next = `${this.#file}.next`;
    writeFileSync(next, JSON.stringify(this.#invoices, null, 2));
    renameSync(next, this.#file);
  }
}

function readInvoices(file: string): readonly Invoice[] {
  try {
    // Only `#save` writes this file.
    return JSON.parse(readFileSync(file, 'utf8')) as Invoice[];
  } catch (cause) {
    throw new Error(`The invoices in ${file} cannot be read. Delete the file to start with new ones.`, { cause });
  }
}
