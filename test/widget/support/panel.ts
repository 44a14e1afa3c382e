import type { SpvProblem } from 'spv-authorize';
import { MemoryAdapter, type MemoryAdapterOptions, SpvAuthorize } from 'spv-authorize/define';
import { type FakeWindow, fakeWindows } from './fake-window.ts';
import { settled } from './settled.ts';
import { textOf } from './text.ts';
import { until } from './until.ts';
import { Waits } from './waits.ts';

/** The element as a person uses it: by its headings and the names of its buttons. */
export class Panel {
  readonly element: SpvAuthorize;
  readonly adapter: MemoryAdapter;
  readonly windows: ReturnType<typeof fakeWindows>;
  /** Ends polls and other waits of a second and more, which never end by themselves. */
  readonly waits: Waits;
  readonly events: CustomEvent[] = [];

  constructor(element: SpvAuthorize, adapter: MemoryAdapter, windows: ReturnType<typeof fakeWindows>, waits: Waits) {
    this.element = element;
    this.adapter = adapter;
    this.windows = windows;
    this.waits = waits;
    const types = ['spv-authorized', 'spv-failed', 'spv-state-change', 'spv-continued', 'spv-before-open'] as const;
    for (const type of types) {
      element.addEventListener(type, (event) => this.events.push(event));
    }
  }

  get heading(): string {
    return this.textOf('.heading');
  }

  get text(): string {
    return this.textOf('.panel');
  }

  /** What the live region says; it is filled a moment after it has appeared, so wait with `announces`. */
  get announced(): string {
    return this.textOf('[role="status"]');
  }

  get line(): string | undefined {
    return this.one('.mark').dataset.line;
  }

  get primary(): string {
    return this.textOf('.primary');
  }

  /** The text of what has focus inside the element; `undefined` when focus is elsewhere. */
  get focused(): string | undefined {
    const { activeElement } = this.root;
    return activeElement === null ? undefined : textOf(activeElement);
  }

  /** The window of ANAF that was opened last. */
  get window(): FakeWindow {
    const last = this.windows.opened.at(-1);
    if (!last) throw new Error('the element has opened no window');
    return last;
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('the element has no shadow root yet');
    return this.element.shadowRoot;
  }

  /** What the person sees without opening anything. */
  get visibleText(): string {
    return this.one('.panel').innerText.replace(/\s+/g, ' ');
  }

  get isModal(): boolean {
    return this.root.querySelector('dialog:modal') !== null;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing matches ${selector} in "${textOf(this.root)}"`);
    return found;
  }

  textOf(selector: string): string {
    return textOf(this.one(selector));
  }

  /** Presses the button, link, label or summary with this name. */
  async press(name: string): Promise<void> {
    const all = [...this.root.querySelectorAll<HTMLElement>('button, a, summary, label')];
    const target = all.find((element) => textOf(element).startsWith(name));
    if (!target) throw new Error(`there is no "${name}" on the screen "${textOf(this.root)}"`);
    target.focus();
    target.click();
    await this.settled();
  }

  /** From the first screen to the window of ANAF. */
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

  /** Presses the button that closes the dialog, and waits until the dialog is gone: browsers report its end in a task. */
  async closeDialog(): Promise<void> {
    this.one('.close').click();
    await this.dialogIsGone();
  }

  async dialogIsGone(): Promise<void> {
    await until(() => !this.has('dialog'), 'the dialog is gone');
    await this.settled();
  }

  async announces(text: string): Promise<void> {
    await until(
      () => this.has('[role="status"]') && this.announced === text,
      () => `the live region says "${text}"; the element shows "${textOf(this.root)}"`,
    );
  }

  /** How often an event was fired. */
  count(type: string): number {
    return this.events.filter((event) => event.type === type).length;
  }

  /** How often the element called a method of the adapter. */
  calls(name: string): number {
    return this.adapter.calls.filter((call) => call.startsWith(name)).length;
  }

  /** Everything that followed from the last step has happened and is rendered. */
  settled(): Promise<void> {
    return settled(this.element);
  }

  remove(): void {
    this.element.remove();
    this.windows.restore();
  }
}

const panels: Panel[] = [];
let waits: Waits | undefined;

export interface PanelOptions extends MemoryAdapterOptions {
  /** What the first call rejects with. */
  readonly problem?: SpvProblem;
  /** The browser blocks windows. */
  readonly blocked?: boolean;
  readonly properties?: Partial<Pick<SpvAuthorize, 'presentation' | 'continueLabel' | 'messages' | 'lang'>>;
}

/** An element in the page with its first screen shown. End the test with `removePanels`. */
export async function setup(given: PanelOptions = {}): Promise<Panel> {
  const { blocked = false, properties = {}, problem, ...options } = given;
  const adapter = new MemoryAdapter(options);
  if (problem) adapter.failNext(problem);
  waits ??= new Waits();
  const element = new SpvAuthorize();
  const panel = new Panel(element, adapter, fakeWindows({ blocked }), waits);
  Object.assign(element, { lang: 'ro', ...properties, adapter });
  document.body.append(element);
  panels.push(panel);
  await panel.settled();
  return panel;
}

/** For `afterEach`: removes the elements, and restores the page's timers and `window.open`. */
export function removePanels(): void {
  // Each panel puts back the `window.open` that it found: the last one first.
  for (const panel of panels.splice(0).reverse()) panel.remove();
  waits?.restore();
  waits = undefined;
}
