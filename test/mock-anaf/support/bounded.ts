/** So many runs of a property, or as many as twelve seconds allow on a machine that is busy with other things. */
export function bounded(numRuns: number): { readonly numRuns: number; readonly interruptAfterTimeLimit: number } {
  return { numRuns, interruptAfterTimeLimit: 12_000 };
}
