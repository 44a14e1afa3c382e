/** Answered requests per second of `workers` parallel loops that run for `seconds`. A loop waits for each answer. */
export async function requestRate(
  { workers, seconds }: { readonly workers: number; readonly seconds: number },
  makeRequest: (worker: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  const loops = Array.from({ length: workers }, async (_, worker) => {
    let answered = 0;
    while (performance.now() < until) {
      await makeRequest(worker);
      answered += 1;
    }
    return answered;
  });
  const answered = (await Promise.all(loops)).reduce((sum, count) => sum + count, 0);
  return answered / ((performance.now() - started) / 1000);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new TypeError('"values" must not be empty');
  return middle;
}
