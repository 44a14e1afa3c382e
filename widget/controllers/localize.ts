import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Dictionary, type Messages, withMessages } from '../locales/dictionary.ts';
import { chooseLanguage } from '../locales/language.ts';
import { ro } from '../locales/ro.ts';
import { LatePart } from './late-part.ts';

/** The host's own texts by language, for example `{ ro: { none: { start: 'Conectează' } }, hu: { … } }`. */
export type MessagesByLanguage = Readonly<Record<string, Messages>>;

interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  messages?: MessagesByLanguage | undefined;
}

/**
 * The texts of one element in its language: that of the element's own `lang`, else of the nearest ancestor with `lang` (across
 * shadow roots), else Romanian. Renders the element again when its own `lang` or that of the document changes.
 */
export class Localize implements ReactiveController {
  readonly #host: LocalizedHost;
  #observer: MutationObserver | undefined;
  readonly #english = new LatePart(() => import('../locales/en.ts'));
  #cached: { language: string; messages: MessagesByLanguage | undefined; words: Dictionary } | undefined;

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (const element of [this.#host, document.documentElement]) {
      this.#observer.observe(element, { attributes: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Resolves when the texts of the element's language are there; `undefined` when they are already. English is loaded on demand. */
  get arriving(): Promise<void> | undefined {
    return this.#wanted === 'ro' || this.#english.part || this.#english.hasFailed ? undefined : this.#english.load();
  }

  /** The language of the texts. It is Romanian when the English texts could not be loaded. */
  get language(): string {
    return this.#wanted === 'en' && !this.#english.part ? 'ro' : this.#wanted;
  }

  get #wanted(): string {
    const known = ['ro', 'en', ...Object.keys(this.#host.messages ?? {})];
    return chooseLanguage(inheritedLanguage(this.#host), known);
  }

  get words(): Dictionary {
    const { language } = this;
    const { messages } = this.#host;
    if (this.#cached?.language !== language || this.#cached.messages !== messages) {
      this.#cached = { language, messages, words: this.choose({ ro, en: this.#english.part?.en ?? ro }) };
    }
    return this.#cached.words;
  }

  /** Chooses the texts of the element's language, with the host's own. */
  choose<Words extends object>(given: { readonly ro: Words; readonly en: Words }): Words {
    const { language } = this;
    // In a language that only the host provides, texts that it does not provide are English.
    return withMessages(language === 'ro' ? given.ro : given.en, this.#host.messages?.[language]);
  }
}

function inheritedLanguage(element: Element): string {
  for (let at: Element | null = element; at; at = parentThroughShadow(at)) {
    const language = at.getAttribute('lang');
    if (language) return language;
  }
  return '';
}

function parentThroughShadow(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
