/** Options of a fast-check property: this number of runs, or fewer if a busy machine needs more than twelve seconds for them. */
export function bounded(numRuns: number): { readonly numRuns: number; readonly interruptAfterTimeLimit: number } {
  return { numRuns, interruptAfterTimeLimit: 12_000 };
}
