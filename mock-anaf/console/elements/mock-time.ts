import { html, type TemplateResult } from 'lit';
import { ConsoleSection } from './console-section.ts';

/** Shows the mock's time of day. It advances between two readings of the clock, unless the clock is frozen. */
export class MockTime extends ConsoleSection {
  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override render(): TemplateResult {
    const { clock } = this.state;
    if (!clock) return html`–`;
    const passed = clock.isFrozen ? 0 : (performance.now() - clock.readAtMs) / 1000;
    return html`${this.language.formats.time(clock.now + passed)}`;
  }
}
