import type { CauseValues } from '../catalogue/cause-text.ts';
import type { FailureScreen } from '../core/screen.ts';

/** The values for the catalogue's sentences on a failure screen. */
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
