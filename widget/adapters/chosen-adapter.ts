import type { SpvAdapter } from '../contract/adapter.ts';
import type { Configuration } from '../core/configuration.ts';
import { hostSession } from './host-session.ts';
import { HttpAdapter } from './http-adapter.ts';

/**
 * Chooses the adapter for a configuration: the host's own, or an `HttpAdapter` for the two addresses. Reuses the `HttpAdapter`
 * while the addresses stay the same, so that it keeps its session.
 */
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
