import type { CauseValues } from '../catalogue/cause-text.ts';
import type { FailureScreen } from '../core/screen.ts';

/** What the catalogue's sentences name, and which ways on this screen has. */
export function causeValues({ subject, certificate, privateWindow, canContinueInThisTab }: FailureScreen): CauseValues {
  const { company, taxId, application } = subject;
  return {
    company,
    taxId,
    application,
    address: privateWindow?.address ? 'shown' : 'on-request',
    canContinueInThisTab,
    ...(certificate && { certificate }),
  };
}
