import type { UploadVerdict } from '../../../engine/state/mock-state.ts';

/** A verdict for the journal: the status of the document and, if it was refused, every check that failed. */
export function reasonOf(verdict: UploadVerdict): string {
  if (verdict.stare !== 'nok') return verdict.stare;
  return `nok: ${verdict.errors.map(shortened).join('; ')}`;
}

/** The line that names the check: the first one if it begins with the id in brackets, else the last one. */
function shortened(error: string): string {
  const lines = error.split('\n');
  return (error.startsWith('[') ? lines[0] : lines.at(-1))?.trim() ?? '';
}
