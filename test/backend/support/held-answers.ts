interface Hold {
  readonly part: string;
  readonly arrived: () => void;
  readonly released: Promise<void>;
}

/** The backend's `fetch` of ANAF. A test can hold one answer: ANAF has given it, but the backend does not have it yet. */
export class HeldAnswers {
  #hold: Hold | undefined;

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const hold = this.#hold;
    if (!hold || !url.includes(hold.part)) return fetch(url, init);
    this.#hold = undefined;
    const response = await fetch(url, init);
    hold.arrived();
    await hold.released;
    return response;
  };

  /**
   * Holds the next answer whose URL contains `part`. `arrived` resolves when ANAF has answered; the backend gets the answer
   * when the test calls `release`.
   */
  hold(part: string): { readonly arrived: Promise<void>; readonly release: () => void } {
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    this.#hold = { part, arrived: arrived.resolve, released: released.promise };
    return { arrived: arrived.promise, release: released.resolve };
  }
}
