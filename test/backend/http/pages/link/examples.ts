import type { Invitation } from 'spv-authorize-backend/internal/http/pages/link/link-context.ts';
import type { ResultPlace } from 'spv-authorize-backend/internal/http/pages/link/link-result-pages.ts';

export const application = {
  name: 'FacturaApp',
  services: ['e-factura' as const],
  supportEmail: 'ajutor@example.ro',
  logoUrl: 'https://app.example/logo.png',
};

export const company = { name: 'Exemplu SRL', taxId: '12345678' };

export const invitation: Invitation = {
  requester: 'Maria Pop',
  account: 'Pop Consulting',
  company,
  expiresAt: Date.UTC(2026, 11, 1, 12) / 1000,
};

export const address = 'https://app.example/spv/l/secret-of-the-link';

export const certificate = { issuer: 'CN=certSIGN Qualified CA', serial: '20061A' };

export const resultPlace: ResultPlace = {
  signal: {
    attemptId: 'a1',
    openingId: '0123456789abcdef',
    origin: 'https://app.example',
    backUrl: undefined,
    hasSucceeded: false,
  },
  otherLanguage: '/spv/callback?result=0123456789abcdef&lang=en',
  resultUrl: 'https://app.example/spv/callback',
  openingId: '0123456789abcdef',
  againUrl: 'https://app.example/spv/l/again?opening=0123456789abcdef',
};

/** What messengers and mail programs read of a page. */
export function previewIn(page: string): string {
  const [, head] = /<head>([\s\S]*)<style>/.exec(page) ?? [];
  if (head === undefined) throw new TypeError('the page has no head');
  return head;
}
