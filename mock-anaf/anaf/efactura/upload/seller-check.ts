import type { Company } from '../../../engine/state/mock-state.ts';

/** CUIs in a document; empty where it names no company. */
export interface Parties {
  readonly seller: string;
  readonly buyer: string;
}

/** In whose name a document was sent: `cif` of the upload, and which of the parties that must be. */
export interface Sender {
  readonly cif: string;
  readonly role: 'seller' | 'buyer';
}

/** @param sender `undefined`: it does not matter who sent it */
export function sellerErrors(
  { seller, buyer }: Parties,
  companies: readonly Company[],
  sender: Sender | undefined,
): readonly string[] {
  if (!companies.some(({ cui }) => cui === seller)) return [unknownSeller(seller)];
  if (sender?.role === 'seller' && seller !== sender.cif) return [anotherParty('vanzatorului', seller, sender)];
  if (sender?.role === 'buyer' && buyer !== sender.cif) return [anotherParty('cumparatorului', buyer, sender)];
  return [];
}

/** Observed in an archive of errors, prefix and line break included: this rule, with the CUI glued to its text. */
function unknownSeller(taxId: string): string {
  return `E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:${taxId}`;
}

/** Assumed: that a right for one company opens no way to file for another, when it is found, and the words. */
function anotherParty(party: string, taxId: string, { cif }: Sender): string {
  return `E: CIF-ul ${party} (${taxId}) nu este cel pentru care s-a transmis factura (cif=${cif})`;
}
