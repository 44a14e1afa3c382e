/**
 * What `ensureAuthorized` resolves with. `authorized`: the company is authorized. `proceed`: it was authorized from the start,
 * or the person pressed the button that continues; the host may now do what needed the authorization.
 */
export type EnsuredOutcome =
  | { readonly authorized: true; readonly proceed: boolean }
  | { readonly authorized: false; readonly proceed: false };

/** The pending calls of `ensureAuthorized`. One dialog serves them all, so they all resolve with the same outcome. */
export class EnsuredCallers {
  #resolvers: ((outcome: EnsuredOutcome) => void)[] = [];

  get areWaiting(): boolean {
    return this.#resolvers.length > 0;
  }

  wait(): Promise<EnsuredOutcome> {
    return new Promise((resolve) => this.#resolvers.push(resolve));
  }

  /** The person pressed the button that continues. */
  proceed(): void {
    this.#resolve({ authorized: true, proceed: true });
  }

  /** The dialog was closed. Closing never means `proceed`, even on the success screen. */
  close(isAuthorized: boolean): void {
    this.#resolve(isAuthorized ? { authorized: true, proceed: false } : { authorized: false, proceed: false });
  }

  #resolve(outcome: EnsuredOutcome): void {
    for (const resolve of this.#resolvers.splice(0)) resolve(outcome);
  }
}
