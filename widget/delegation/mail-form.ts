import type { TemplateResult } from 'lit';
import type { WrittenLanguage } from '../contract/link.ts';
import type { Content } from '../views/parts.ts';
import type { DeskView } from './desk-view.ts';
import { troubleText } from './words-of-link.ts';

/** The limit of the contract for the requester's own words. */
const messageLimit = 500;
const languages: readonly WrittenLanguage[] = ['ro', 'en'];

/** The form for an e-mail with the link. What is typed into it is kept, whatever happens. */
export function mailForm(deskView: DeskView): TemplateResult {
  const { kit, view, words, desk, send } = deskView;
  const { html } = kit;
  const isRunning = desk.running?.action === 'send';
  const submit = (event: Event) => {
    event.preventDefault();
    send({ type: 'send-mail' });
  };
  return html`<form class="mail" novalidate @submit=${submit}>
    ${addressField(deskView)} ${messageField(deskView)} ${languageField(deskView)}
    <button type="submit" class="primary" part="primary" aria-disabled=${isRunning}>
      ${isRunning ? words.linkMail.sending : words.linkMail.send}
    </button>
    <button type="button" class="secondary" part="secondary" @click=${() => send({ type: 'dismiss' })}>
      ${view.words.common.notNow}
    </button>
  </form>`;
}

function addressField(deskView: DeskView): TemplateResult {
  const { kit, words, desk, send } = deskView;
  const { html, nothing } = kit;
  const trouble = desk.trouble?.call.action === 'send' ? desk.trouble : undefined;
  const isWrong = trouble?.code === 'invalid-address' || trouble?.code === 'recipient-refused';
  return html`<div class="field">
    <label for="mail-address">${words.linkMail.address}</label>
    <input
      id="mail-address"
      type="email"
      inputmode="email"
      autocomplete="off"
      maxlength="254"
      required
      data-entry
      aria-invalid=${isWrong}
      aria-describedby=${trouble ? 'mail-trouble' : nothing}
      .value=${desk.draft.email}
      @input=${(event: Event) => send({ type: 'change', part: { email: typedIn(event) } })}
    />
    ${trouble ? html`<p class="alert" id="mail-trouble">${troubleText(trouble.code, trouble.call, deskView)}</p>` : nothing}
  </div>`;
}

function messageField({ kit, words, desk, send }: DeskView): TemplateResult {
  const { html } = kit;
  return html`<div class="field">
    <label for="mail-message">${words.linkMail.message}</label>
    <textarea
      id="mail-message"
      rows="3"
      maxlength=${messageLimit}
      aria-describedby="mail-left"
      .value=${desk.draft.message}
      @input=${(event: Event) => send({ type: 'change', part: { message: typedIn(event) } })}
    ></textarea>
    <p class="note" id="mail-left">${words.linkMail.left(desk.draft.message.length, messageLimit)}</p>
  </div>`;
}

function languageField({ kit, words, desk, send }: DeskView): Content {
  const { html } = kit;
  return html`<fieldset class="question">
    <legend>${words.linkMail.language}</legend>
    <div class="replies">
      ${languages.map(
        (language) =>
          html`<label class="reply">
            <input
              type="radio"
              name="mail-language"
              value=${language}
              .checked=${desk.draft.language === language}
              @change=${() => send({ type: 'change', part: { language } })}
            />
            <span>${words.linkMail.languages[language]}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function typedIn({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}
