import type { SpvAdapter } from '../contract/adapter.ts';
import type { Configuration } from '../core/configuration.ts';
import { hostSession } from './host-session.ts';
import { HttpAdapter } from './http-adapter.ts';

/** Provides the adapter for a configuration. The same two addresses give the same `HttpAdapter`, which keeps its session. */
export class ChosenAdapter {
  #own: { readonly key: string; readonly adapter: HttpAdapter } | undefined;

  of(configuration: Configuration, given: SpvAdapter | undefined): SpvAdapter | undefined {
    if (configuration.kind === 'adapter') return given;
    if (configuration.kind !== 'http') return undefined;
    const { backendUrl, sessionUrl } = configuration;
    const key = `${backendUrl} ${sessionUrl}`;
    if (this.#own?.key !== key) {
      this.#own = { key, adapter: new HttpAdapter({ baseUrl: backendUrl, getSession: hostSession(sessionUrl) }) };
    }
    return this.#own.adapter;
  }
}
