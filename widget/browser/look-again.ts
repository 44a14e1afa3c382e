import { isResultSignal, type ResultSignal, resultChannelName } from '../contract/result-signal.ts';

export interface LookAgainOptions {
  /** Called for each message that means "look again". */
  readonly handleCall: () => void;
  /** The only origin whose `postMessage` is accepted; `undefined` accepts none. Read for each message. */
  readonly backendOrigin: () => string | undefined;
  /** Stops listening when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Listens for "look again" from the backend's result page and from other pages of this site, over `BroadcastChannel`, a
 * `storage` event and `postMessage`: none of them works with every combination of origins and `Cross-Origin-Opener-Policy`.
 */
export function onLookAgain({ handleCall, backendOrigin, signal }: LookAgainOptions): void {
  const handleData = (data: unknown) => {
    if (isResultSignal(data)) handleCall();
  };
  const handleStorage = ({ key, newValue }: StorageEvent) => {
    if (key === resultChannelName && newValue !== null) handleCall();
  };
  const handleMessage = ({ origin, data }: MessageEvent<unknown>) => {
    if (origin === backendOrigin()) handleData(data);
  };
  window.addEventListener('storage', handleStorage, { signal });
  window.addEventListener('message', handleMessage, { signal });
  const channel = new BroadcastChannel(resultChannelName);
  channel.addEventListener('message', ({ data }) => handleData(data), { signal });
  signal.addEventListener('abort', () => channel.close());
}

/** Tells the other pages of this site, and the other elements of this page, to look again. */
export function tellOtherPages(): void {
  const signal: ResultSignal = { type: 'spv-authorize:look-again', attemptId: '' };
  const channel = new BroadcastChannel(resultChannelName);
  channel.postMessage(signal);
  channel.close();
}
