import type { SpvAdapter } from '../contract/adapter.ts';
import type { Configuration } from '../core/configuration.ts';
import { hostSession } from './host-session.ts';
import { HttpAdapter } from './http-adapter.ts';

/** The adapter that a configuration means. Our own stays the same one for as long as its two addresses do. */
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
