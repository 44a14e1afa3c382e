/** Loads a module. Rejects when it cannot be loaded. */
type Load<Part> = () => Promise<Part>;

/**
 * A part of the element that is loaded when it is needed. After a failure it is loaded once more at once, and then only when the
 * person asks for it.
 */
export class LatePart<Part> {
  readonly #load: Load<Part>;
  readonly #handleChange: () => void;
  #part: Part | undefined;
  #hasFailed = false;
  #loading: Promise<void> | undefined;
  #retries = 0;

  /** @param handleChange called when the part has arrived, or could not be loaded */
  constructor(load: Load<Part>, handleChange: () => void = () => undefined) {
    this.#load = load;
    this.#handleChange = handleChange;
  }

  /** `undefined` until it has arrived. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** Whether it could not be loaded, and is not being loaded now. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Loads the part. Resolves when it is there, or could not be loaded; never rejects. */
  load(): Promise<void> {
    this.#hasFailed = false;
    this.#loading ??= this.#loadNow().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #loadNow(): Promise<void> {
    if (this.#part !== undefined) return;
    this.#part = await this.#load()
      .catch((error: unknown) => this.#loadAgain(error))
      .catch(() => undefined);
    this.#hasFailed = this.#part === undefined;
    this.#handleChange();
  }

  /** Firefox and Safari remember that an address could not be loaded until the page is reloaded. They load another address. */
  #loadAgain(error: unknown): Promise<Part> {
    const [address] = /https?:\S+/.exec(String(error)) ?? [];
    this.#retries += 1;
    return address === undefined ? this.#load() : import(/* @vite-ignore */ `${address}?retry=${this.#retries}`);
  }
}
