import type { UploadVerdict } from '../../../engine/state/mock-state.ts';

/** The state of a document and, for one that is refused, every check that failed: what the journal says of it. */
export function reasonOf(verdict: UploadVerdict): string {
  if (verdict.stare !== 'nok') return verdict.stare;
  return `nok: ${verdict.errors.map(shortened).join('; ')}`;
}

/** The line that names the check: the first where that begins with its id, else the last, after words that all have. */
function shortened(error: string): string {
  const lines = error.split('\n');
  return (error.startsWith('[') ? lines[0] : lines.at(-1))?.trim() ?? '';
}
