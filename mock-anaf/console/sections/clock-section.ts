import { css, html, type TemplateResult } from 'lit';
import { ConsoleSection } from '../elements/console-section.ts';
import type { ClockReading } from '../model/console-state.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { sectionHead } from './section-head.ts';

const hourSeconds = 3600;
const daySeconds = 86_400;
/** Useful steps within the lifetimes of ANAF's tokens: 60 and 89 of 90 days, 364 of 365 days. */
const jumpDays = [60, 89, 364];

/** Controls of the mock's clock, and the full reset. */
export class ClockSection extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      .face { padding: 20px; margin-block-end: 12px; }
      .time { font-size: 36px; line-height: 1.1; font-weight: 400; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
      .date { font-size: var(--size-large); margin-block-start: 4px; }
      .date::first-letter { text-transform: uppercase; }
      .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); gap: 12px; }
      .grid h2 { margin-block-start: 0; }
      .freeze { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; align-items: center; margin-block-start: 16px; }
      .freeze p { grid-column: 2; }
      form { display: flex; flex-wrap: wrap; gap: 8px; align-items: flex-end; }
      form label { flex: 1 1 210px; }
      .below, .reset { margin-block-start: 12px; }
      .reset button { margin-inline-start: -8px; }
      .face .tags { margin-block-start: 10px; }
    `,
  ];

  #isWrong = false;

  protected override render(): TemplateResult {
    const { clock: texts } = this.language.texts;
    const { clock } = this.state;
    return html`${sectionHead(texts.title, texts.intro)}
      <div class="panel face">${clock && this.#face(clock)}</div>
      <div class="grid">
        <div class="panel padded">${this.#travel(clock?.isFrozen ?? false)}</div>
        <div class="panel padded">${this.#setting()}</div>
        <div class="panel padded">${clock && this.#goodUntil(clock.now)}</div>
        <div class="panel padded">
          <h2>${texts.resetAllTitle}</h2>
          <p class="soft">${texts.resetAllMeans}</p>
          <p class="below"><button @click=${() => this.#resetAll()}>${texts.resetAll}</button></p>
        </div>
      </div>`;
  }

  #face({ now, isFrozen, aheadSeconds }: ClockReading): TemplateResult {
    const { texts, formats } = this.language;
    const isApart = Math.abs(aheadSeconds) > 30;
    const span = formats.span(aheadSeconds);
    const apart = aheadSeconds > 0 ? texts.clock.ahead(span) : texts.clock.behind(span);
    return html`<div class="time"><console-mock-time .model=${this.model} .language=${this.language}></console-mock-time></div>
      <div class="date">${formats.longDate(now)}</div>
      <div class="soft small">${texts.clock.zone(formats.zone)} · <span class="mono">${new Date(now * 1000).toISOString().slice(0, 19)}Z</span></div>
      <div class="tags">
        <span class="tag ${isApart ? 'accent' : ''}">${isApart ? apart : texts.clock.inStep}</span>
        ${isFrozen ? html`<span class="tag warn">${texts.page.frozen}</span>` : ''}
      </div>`;
  }

  #travel(isFrozen: boolean): TemplateResult {
    const { clock: texts } = this.language.texts;
    const jump = (label: string, seconds: number, span: string) =>
      html`<button class="numbers" @click=${() => this.#put({ advanceSeconds: seconds }, texts.moved(span))}>${label}</button>`;
    return html`<h2>${texts.travel}</h2>
      <div class="actions">
        ${jump(texts.hour, hourSeconds, texts.spanHour)} ${jump(texts.day, daySeconds, texts.spanDays(1))}
        ${jumpDays.map((days) => jump(texts.days(days), days * daySeconds, texts.spanDays(days)))}
      </div>
      <div class="freeze">
        <button role="switch" aria-checked=${isFrozen} aria-labelledby="freeze" aria-describedby="freeze-means"
          @click=${() => this.#put({ frozen: !isFrozen }, isFrozen ? texts.running : texts.frozen)}></button>
        <b id="freeze">${texts.freeze}</b>
        <p class="soft small" id="freeze-means">${texts.freezeMeans}</p>
      </div>`;
  }

  #setting(): TemplateResult {
    const { clock: texts } = this.language.texts;
    return html`<h2>${texts.setTitle}</h2>
      <form novalidate @submit=${this.#handleSubmit}>
        <label>${texts.instant}
          <input type="datetime-local" step="1" aria-invalid=${this.#isWrong} aria-describedby="wrong">
        </label>
        <button type="button" class="quiet" @click=${this.#handleNow}>${texts.now}</button>
        <button class="first">${texts.set}</button>
      </form>
      <p class="wrong" id="wrong" role="alert">${this.#isWrong ? texts.wrong : ''}</p>
      <p class="reset"><button class="quiet" @click=${() => this.#put({ reset: true }, texts.wasReset)}>${texts.reset}</button></p>`;
  }

  #goodUntil(now: number): TemplateResult {
    const { clock: texts } = this.language.texts;
    const { lifetimes } = this.state;
    const row = (name: string, seconds: number | undefined) =>
      html`<dt>${name}</dt><dd class="numbers">${this.language.formats.dateAndTime(now + (seconds ?? 0))}</dd>`;
    return html`<h2>${texts.untilTitle}</h2>
      <dl>
        ${row(texts.code, lifetimes?.codeSeconds)} ${row(texts.accessToken, lifetimes?.accessTokenSeconds)}
        ${row(texts.refreshToken, lifetimes?.refreshTokenSeconds)}
      </dl>`;
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #handleNow(): void {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    if (this.#field) this.#field.value = local.toISOString().slice(0, 19);
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    const instant = Date.parse(this.#field?.value ?? '') / 1000;
    this.#isWrong = Number.isNaN(instant);
    this.requestUpdate();
    if (this.#isWrong) this.#field?.focus();
    else this.#put({ now: instant }, this.language.texts.clock.wasSet);
  }

  #put(change: object, done: string): void {
    this.model.act((api) => api.read('PUT', '/clock', change), done);
  }

  #resetAll(): void {
    this.model.act(async (api) => {
      await api.read('POST', '/reset');
      this.model.forgetEntries();
    }, this.language.texts.clock.allWasReset);
  }
}
