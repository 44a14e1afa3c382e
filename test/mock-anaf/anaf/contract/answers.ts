import type { ContractAnswer } from './contract-answer.ts';
import { documentAnswers } from './document-answers.ts';
import { downloadAnswers } from './download-answers.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import { listAnswers } from './list-answers.ts';
import { loginAnswers } from './login-answers.ts';
import { pageAnswers } from './page-answers.ts';
import { statusAnswers } from './status-answers.ts';
import { tokenAnswers } from './token-answers.ts';
import { uploadAnswers } from './upload-answers.ts';

/** All answers of ANAF whose exact text is known. */
export const answers: readonly ContractAnswer[] = [
  ...uploadAnswers,
  ...statusAnswers,
  ...listAnswers,
  ...pageAnswers,
  ...downloadAnswers,
  ...documentAnswers,
  ...gatewayAnswers,
  ...tokenAnswers,
  ...loginAnswers,
];
