import type { SpvProblem } from 'spv-authorize';
import { MemoryAdapter, type MemoryAdapterOptions, SpvAuthorize } from 'spv-authorize/define';
import { type FakeWindow, fakeWindows } from './fake-window.ts';

/** The element as a person uses it: by its headings and the names of its buttons. */
export class Panel {
  readonly element: SpvAuthorize;
  readonly adapter: MemoryAdapter;
  readonly windows: ReturnType<typeof fakeWindows>;
  readonly events: CustomEvent[] = [];

  constructor(element: SpvAuthorize, adapter: MemoryAdapter, windows: ReturnType<typeof fakeWindows>) {
    this.element = element;
    this.adapter = adapter;
    this.windows = windows;
    const types = ['spv-authorized', 'spv-failed', 'spv-state-change', 'spv-continued', 'spv-before-open'] as const;
    for (const type of types) {
      element.addEventListener(type, (event) => this.events.push(event));
    }
  }

  get heading(): string {
    return this.one('.heading').textContent?.trim() ?? '';
  }

  get text(): string {
    return (this.root.querySelector('.panel')?.textContent ?? '').replace(/\s+/g, ' ');
  }

  get announced(): string {
    return this.one('[role="status"]').textContent?.trim() ?? '';
  }

  get line(): string | undefined {
    return this.one('.mark').dataset.line;
  }

  get primary(): string {
    return this.one('.primary').textContent?.trim() ?? '';
  }

  /** The text of what has focus inside the element, or `undefined`. */
  get focused(): string | undefined {
    return this.root.activeElement?.textContent?.replace(/\s+/g, ' ').trim();
  }

  get window(): FakeWindow | undefined {
    return this.windows.opened.at(-1);
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('the element has no shadow root yet');
    return this.element.shadowRoot;
  }

  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing matches ${selector} on the screen "${this.text}"`);
    return found;
  }

  /** Presses the button, radio or summary with this name. */
  async press(name: string): Promise<void> {
    const all = [...this.root.querySelectorAll<HTMLElement>('button, a, summary, label')];
    const target = all.find((element) => element.textContent?.replace(/\s+/g, ' ').trim().startsWith(name));
    if (!target) throw new Error(`there is no "${name}" on the screen "${this.text}"`);
    target.focus();
    target.click();
    await this.settled();
  }

  /** To the window of ANAF, from the first screen. */
  async goToAnaf(): Promise<void> {
    await this.press('Autorizează');
    await this.press('Am acces cu certificat digital');
    await this.press('Continuă la ANAF');
  }

  /** The backend's result page says "look again". */
  async signal(): Promise<void> {
    window.dispatchEvent(new StorageEvent('storage', { key: 'spv-authorize', newValue: '1' }));
    await this.settled();
  }

  /** The person comes back to this page from another window. */
  async returned(): Promise<void> {
    window.dispatchEvent(new Event('focus'));
    await this.settled();
  }

  /** What the person sees without opening anything. */
  get visibleText(): string {
    return this.one('.panel').innerText.replace(/\s+/g, ' ');
  }

  /** How often an event was fired. */
  count(type: string): number {
    return this.events.filter((event) => event.type === type).length;
  }

  async settled(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await this.element.updateComplete;
    }
  }

  remove(): void {
    this.element.remove();
    this.windows.restore();
  }
}

const panels: Panel[] = [];

export interface PanelOptions extends MemoryAdapterOptions {
  /** What the first call rejects with. */
  readonly problem?: SpvProblem;
  readonly blocked?: boolean;
  readonly properties?: Partial<Pick<SpvAuthorize, 'presentation' | 'continueLabel' | 'messages' | 'lang'>>;
}

/** An element in the page with its first screen shown. */
export async function setup(given: PanelOptions = {}): Promise<Panel> {
  const { blocked = false, properties = {}, problem, ...options } = given;
  const adapter = new MemoryAdapter(options);
  if (problem) adapter.failNext(problem);
  const element = new SpvAuthorize();
  const panel = new Panel(element, adapter, fakeWindows({ blocked }));
  Object.assign(element, { lang: 'ro', ...properties, adapter });
  document.body.append(element);
  panels.push(panel);
  await panel.settled();
  return panel;
}

export function removePanels(): void {
  for (const panel of panels.splice(0)) panel.remove();
}
