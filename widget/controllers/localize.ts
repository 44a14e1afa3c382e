import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Dictionary, type Messages, withMessages } from '../locales/dictionary.ts';
import { en } from '../locales/en.ts';
import { chooseLanguage } from '../locales/language.ts';
import { ro } from '../locales/ro.ts';

const own: Readonly<Record<string, Dictionary>> = { ro, en };

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

  get language(): string {
    const known = [...Object.keys(own), ...Object.keys(this.#host.messages ?? {})];
    return chooseLanguage(inheritedLanguage(this.#host), known);
  }

  get words(): Dictionary {
    const { language } = this;
    const { messages } = this.#host;
    if (this.#cached?.language !== language || this.#cached.messages !== messages) {
      // In a language that only the host provides, texts that it does not provide are English.
      this.#cached = { language, messages, words: withMessages(own[language] ?? en, messages?.[language]) };
    }
    return this.#cached.words;
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
