/** A line to ANAF on which a test can hold one answer: ANAF has given it, the backend does not have it yet. */
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

  /** Holds the next answer of an address that contains this. */
  hold(part: string): { readonly arrived: Promise<void>; readonly release: () => void } {
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    this.#held = { part, arrived: arrived.resolve, released: released.promise };
    return { arrived: arrived.promise, release: released.resolve };
  }
}
