/**
 * What the backend's result page tells the page that opened it: "look again". It carries no token, code or outcome, so
 * that a forged one costs a poll and nothing else. Sent over BroadcastChannel, a `storage` event and `postMessage`, since
 * none of them survives every combination of origins and COOP. The name is the channel's, and the storage entry's.
 */
export const resultChannelName = 'spv-authorize';

export interface ResultSignal {
  readonly type: 'spv-authorize:look-again';
  readonly attemptId: string;
}

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

/** Query parameter with the attempt's id, added to `returnUrl` when the person comes back in the same tab. */
export const returnParameter = 'spv-attempt';
