/** The name of the `BroadcastChannel`, and the key of the `localStorage` entry, over which pages say "look again". */
export const resultChannelName = 'spv-authorize';

/**
 * The message of the backend's result page to the page that opened it: "look again". It has no token, code or outcome, so a
 * forged message causes one read and nothing else. It is sent over `BroadcastChannel`, a `storage` event and `postMessage`,
 * because none of them works with every combination of origins and `Cross-Origin-Opener-Policy`.
 */
export interface ResultSignal {
  readonly type: 'spv-authorize:look-again';
  readonly attemptId: string;
}

/** Whether a message, which may come from anybody, is a `ResultSignal`. */
export function isResultSignal(data: unknown): data is ResultSignal {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'spv-authorize:look-again' &&
    'attemptId' in data &&
    typeof data.attemptId === 'string'
  );
}

/** Query parameter with the attempt's id that is added to `returnUrl` when the person returns in the same tab. */
export const returnParameter = 'spv-attempt';
