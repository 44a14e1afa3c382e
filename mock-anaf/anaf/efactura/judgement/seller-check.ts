import type { Company } from '../../../engine/state/mock-state.ts';

/** CUIs in a document; empty where it names no company. */
export interface Parties {
  readonly seller: string;
  readonly buyer: string;
}

/** The company in whose name a document was sent, and which of the parties it must be. */
export interface Sender {
  readonly cui: string;
  readonly role: 'seller' | 'buyer';
}

/**
 * Checks that ANAF knows the seller, and that the sender is one of the parties.
 * @param sender `undefined`: everybody may send the document
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

/** Observed in an archive of errors, prefix and line break included: this rule, directly followed by the CUI. */
function unknownSeller(taxId: string): string {
  return `E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:${taxId}`;
}

/** Assumed: that a right for one company does not allow sending for another, when this is checked, and the wording. */
function anotherParty(party: string, taxId: string, { cui }: Sender): string {
  return `E: CIF-ul ${party} (${taxId}) nu este cel pentru care s-a transmis factura (cif=${cui})`;
}
