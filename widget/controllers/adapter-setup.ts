import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ChosenAdapter } from '../adapters/chosen-adapter.ts';
import type { SpvAdapter } from '../contract/adapter.ts';
import { type Configuration, configurationOf, missingConfiguration } from '../core/configuration.ts';

/** The public properties that say how the backend is reached, and how the element is presented. */
export interface ConfigurableHost extends ReactiveControllerHost {
  readonly adapter: SpvAdapter | undefined;
  readonly backendUrl: string | undefined;
  readonly sessionUrl: string | undefined;
  readonly presentation: string;
}

/** How long a page may take to set `adapter` or the addresses before a missing configuration is reported. */
const configurationTimeoutMs = 2000;

/**
 * Checks the configuration of one element and provides the adapter that it asks for. A wrong attribute is reported once in
 * the console, and shown on the page by the element; meanwhile the previous adapter stays in use.
 */
export class AdapterSetup implements ReactiveController {
  readonly #host: ConfigurableHost;
  readonly #chosen = new ChosenAdapter();
  #configuration: Configuration = { kind: 'nothing' };
  #adapter: SpvAdapter | undefined;
  #warnedAbout = '';
  #missingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ConfigurableHost) {
    this.#host = host;
    host.addController(this);
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  /** The adapter in use: the host's own, or an `HttpAdapter` for the two addresses. */
  get adapter(): SpvAdapter | undefined {
    return this.#adapter;
  }

  /** The origin of `backend-url`; `undefined` with the host's own adapter. */
  get backendOrigin(): string | undefined {
    return this.#configuration.kind === 'http' ? new URL(this.#configuration.backendUrl).origin : undefined;
  }

  hostConnected(): void {
    this.#missingTimer = setTimeout(() => this.#handleMissing(), configurationTimeoutMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#missingTimer);
  }

  /** Reads the host's properties again. Call when one of them changed, before rendering. */
  update(): void {
    const { adapter, backendUrl, sessionUrl, presentation } = this.#host;
    const hasAdapter = adapter !== undefined;
    const pageUrl = document.baseURI;
    this.#configuration = configurationOf({ hasAdapter, backendUrl, sessionUrl, presentation, pageUrl });
    if (this.#configuration.kind === 'wrong') this.#warn(this.#configuration);
    else this.#adapter = this.#chosen.of(this.#configuration, adapter);
  }

  #handleMissing(): void {
    if (this.#configuration.kind !== 'nothing') return;
    this.#configuration = missingConfiguration();
    this.#warn(this.#configuration);
    this.#host.requestUpdate();
  }

  #warn({ attribute, example }: Extract<Configuration, { kind: 'wrong' }>): void {
    if (this.#warnedAbout === attribute) return;
    this.#warnedAbout = attribute;
    console.warn(`<spv-authorize>: "${attribute}" is missing or wrong. Example: ${example}`);
  }
}
