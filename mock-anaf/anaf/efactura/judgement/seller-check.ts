import type { Company } from '../../../engine/state/mock-state.ts';

/** CUIs of the parties of a document; empty if the document names no company. */
export interface Parties {
  readonly seller: string;
  readonly buyer: string;
}

/** The company that a document was sent for, and which of the parties it must be. */
export interface Sender {
  readonly cui: string;
  readonly role: 'seller' | 'buyer';
}

/**
 * Checks that the seller is in ANAF's registers, and that the sender is the right party. Returns the error messages.
 * @param sender `undefined`: any company may send the document
 */
export function sellerErrors(
  { seller, buyer }: Parties,
  companies: readonly Company[],
  sender: Sender | undefined,
): readonly string[] {
  if (!companies.some(({ cui }) => cui === seller)) return [unknownSeller(seller)];
  if (sender?.role === 'seller' && seller !== sender.cui) return [anotherParty('vanzatorului', seller, sender)];
  if (sender?.role === 'buyer' && buyer !== sender.cui) return [anotherParty('cumparatorului', buyer, sender)];
  return [];
}

/** Observed in an archive of errors, including prefix and line break: this rule, directly followed by the CUI. */
function unknownSeller(taxId: string): string {
  return `E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:${taxId}`;
}

/** Assumed: rights for one company do not allow sending for another; also when this is checked, and the wording. */
function anotherParty(party: string, taxId: string, { cui }: Sender): string {
  return `E: CIF-ul ${party} (${taxId}) nu este cel pentru care s-a transmis factura (cif=${cui})`;
}
