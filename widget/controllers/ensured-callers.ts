/** What `ensureAuthorized` resolves with. `proceed`: the person wants to go on with what they came for. */
export type EnsuredOutcome =
  | { readonly authorized: true; readonly proceed: boolean }
  | { readonly authorized: false; readonly proceed: false };

/** The callers of `ensureAuthorized` who wait for the person; all learn the same. */
export class EnsuredCallers {
  #resolvers: ((outcome: EnsuredOutcome) => void)[] = [];

  get areWaiting(): boolean {
    return this.#resolvers.length > 0;
  }

  wait(): Promise<EnsuredOutcome> {
    return new Promise((resolve) => this.#resolvers.push(resolve));
  }

  /** The person pressed the button for it. */
  goOn(): void {
    this.#resolve({ authorized: true, proceed: true });
  }

  /** Closing is not going on, whatever the screen says. */
  close(isAuthorized: boolean): void {
    this.#resolve(isAuthorized ? { authorized: true, proceed: false } : { authorized: false, proceed: false });
  }

  #resolve(outcome: EnsuredOutcome): void {
    for (const resolve of this.#resolvers.splice(0)) resolve(outcome);
  }
}
