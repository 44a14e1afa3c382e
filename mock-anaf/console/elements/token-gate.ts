import { css, html, type TemplateResult } from 'lit';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { ConsoleSection } from './console-section.ts';

/** The form that asks for the token of the admin port. */
export class TokenGate extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      form { display: grid; gap: 12px; max-inline-size: 420px; margin: 10vh auto 0; padding: 24px; }
      button { justify-self: start; }
    `,
  ];

  protected override render(): TemplateResult {
    const { lock: texts } = this.language.texts;
    const { isTokenWrong } = this.state;
    return html`<form class="panel" @submit=${this.#handleSubmit}>
      <h1>${texts.title}</h1>
      <p class="soft">${texts.means}</p>
      <label>${texts.token}<input type="password" autocomplete="off" required autofocus
        aria-invalid=${isTokenWrong} aria-describedby="wrong"></label>
      <p class="wrong" id="wrong" role="alert">${isTokenWrong ? texts.wrong : ''}</p>
      <button class="first">${texts.open}</button>
    </form>`;
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    this.model.unlock(this.renderRoot.querySelector('input')?.value ?? '');
  }
}
