import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Dictionary, type Messages, withMessages } from '../locales/dictionary.ts';
import { en } from '../locales/en.ts';
import { chooseLanguage } from '../locales/language.ts';
import { ro } from '../locales/ro.ts';

const own: Readonly<Record<string, Dictionary>> = { ro, en };

/** What a host says differently, by language: `{ ro: { none: { start: 'Conectează' } }, hu: { … } }`. */
export type MessagesByLanguage = Readonly<Record<string, Messages>>;

interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  messages?: MessagesByLanguage | undefined;
}

/**
 * The words of one element. Language: the element's `lang`, else the nearest ancestor's through shadow roots, else
 * Romanian. Follows changes of the element's and the document's `lang`.
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
      // A language that only the host has falls back to English where the host says nothing.
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
