import { LitElement } from 'lit';
import type { Language } from '../locales/language.ts';
import type { ConsoleModel } from '../model/console-model.ts';
import type { ConsoleState } from '../model/console-state.ts';

/** Base class of the console's elements: renders the state of the model in a language, again after each change. */
export abstract class ConsoleSection extends LitElement {
  static override properties = { model: { attribute: false }, language: { attribute: false } };

  declare model: ConsoleModel;
  declare language: Language;
  #unsubscribe: (() => void) | undefined;

  protected get state(): ConsoleState {
    return this.model.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.model.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }
}
