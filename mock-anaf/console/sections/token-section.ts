import { css, html, type TemplateResult } from 'lit';
import type { TokenInspection } from '../api/answers.ts';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { sectionHead } from './section-head.ts';
import { inspectionView } from './token-inspection-view.ts';

/** The token inspector: the content of a token, and whether the mock would accept it. */
export class TokenSection extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      form { display: grid; gap: 8px; justify-items: start; }
      label { inline-size: 100%; }
      .verdict { margin-block: 16px 12px; border-inline-start: 4px solid var(--bad); }
      .verdict.good { border-inline-start-color: var(--good); }
      .verdict h2 { margin: 0; font-size: 18px; color: var(--bad); }
      .verdict.good h2 { color: var(--good); }
      .verdict p { max-inline-size: 80ch; }
      .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); gap: 12px; align-items: start; }
      .stack { display: grid; gap: 12px; }
      .grid h2 { margin-block-start: 0; }
      .claims { grid-column: 1 / -1; }
      .claims dd, .claims dt { font-family: var(--mono); font-size: 12.5px; }
      .claims .soft { font-family: system-ui, sans-serif; }
    `,
  ];

  #inspection: TokenInspection | undefined;
  #isEmpty = false;

  protected override render(): TemplateResult {
    const { token: texts } = this.language.texts;
    return html`${sectionHead(texts.title, texts.intro)}
      <form class="panel padded" @submit=${this.#handleSubmit}>
        <label>${texts.token}
          <textarea rows="5" spellcheck="false" autocomplete="off" aria-invalid=${this.#isEmpty} aria-describedby="wrong"></textarea>
        </label>
        <p class="wrong" id="wrong" role="alert">${this.#isEmpty ? texts.empty : ''}</p>
        <button class="first">${texts.inspect}</button>
      </form>
      <div role="status">
        ${this.#inspection && inspectionView(this.language, this.#inspection, this.state.clock?.now ?? 0)}
      </div>`;
  }

  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea');
    const token = field?.value.trim() ?? '';
    this.#isEmpty = token === '';
    this.#inspection = this.#isEmpty
      ? undefined
      : await this.model.act((api) => api.read<TokenInspection>('POST', '/tokens/inspect', { token }));
    this.requestUpdate();
    if (this.#isEmpty) field?.focus();
  }
}
