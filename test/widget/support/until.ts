/** Waits for an observable condition, at most two seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let count = 0; count < 400; count += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`waited in vain until ${what}`);
}
