/** A `fetch` that can hold back one answer: ANAF has sent it, and the backend has not received it yet. */
export class HeldLine {
  #held: { readonly part: string; readonly arrived: () => void; readonly released: Promise<void> } | undefined;

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const held = this.#held && url.includes(this.#held.part) ? this.#held : undefined;
    if (held) this.#held = undefined;
    const response = await fetch(url, init);
    held?.arrived();
    await held?.released;
    return response;
  };

  /** Holds back the next answer from an address that contains `part`. */
  hold(part: string): { readonly arrived: Promise<void>; readonly release: () => void } {
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    this.#held = { part, arrived: arrived.resolve, released: released.promise };
    return { arrived: arrived.promise, release: released.resolve };
  }
}
