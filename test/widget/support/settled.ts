import { MemoryAdapter, type SpvAuthorize } from 'spv-authorize';

const methods = [
  'readAuthorization',
  'startAttempt',
  'readAttempt',
  'cancelAttempt',
  'verifyAuthorization',
  'disconnect',
  'readLinks',
  'createLink',
  'replaceLink',
  'cancelLink',
  'sendLink',
] as const;

/** Calls of any `MemoryAdapter` of this page that have begun and not ended. */
let running = 0;
for (const method of methods) countCalls(method);

/**
 * Resolves when the element waits for something from outside: no call of an adapter runs, and everything is rendered. What
 * follows an answer happens in microtasks, all of which are over at the next task.
 */
export async function settled(element: SpvAuthorize): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (running > 0 || element.isUpdatePending || isLoading(element));
}

/** A part of the element is being loaded. */
function isLoading({ shadowRoot }: SpvAuthorize): boolean {
  return shadowRoot?.querySelector('[aria-busy="true"]') != null;
}

function countCalls(method: (typeof methods)[number]): void {
  // Each method keeps its own signature; its calls are only counted.
  const prototype = MemoryAdapter.prototype as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const original = prototype[method];
  if (!original) throw new Error(`MemoryAdapter has no method ${method}`);
  prototype[method] = async function (this: MemoryAdapter, ...args) {
    running += 1;
    try {
      return await original.apply(this, args);
    } finally {
      running -= 1;
    }
  };
}
