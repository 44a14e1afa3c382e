import type { TemplateResult } from 'lit';
import type { Link } from '../contract/link.ts';
import { date } from '../locales/format.ts';
import type { DeskView } from './desk-view.ts';
import { mailForm } from './mail-form.ts';
import { qrCode } from './qr-code.ts';

/** The address of a link that was just created, and the ways to hand it over. */
export function addressView({ url, link }: { url: string; link: Link }, deskView: DeskView): TemplateResult {
  const { kit, view, words, screen, desk, send } = deskView;
  const { html, nothing } = kit;
  const isMailing = desk.mailing === link.linkId;
  const write = () => send({ type: 'write-mail', linkId: link.linkId, email: link.email });
  const select = ({ target }: Event) => target instanceof HTMLInputElement && target.select();
  const copyClass = isMailing ? 'outlined' : 'primary';
  return html`
    <div class="new-link">
      <input
        class="copy-text"
        readonly
        spellcheck="false"
        aria-label=${words.links.label}
        ?data-entry=${!isMailing && !desk.asking}
        .value=${url}
        @focus=${select}
      />
      <button type="button" class=${copyClass} part=${isMailing ? nothing : 'primary'} @click=${() => view.copy('link', url)}>
        ${kit.copyLabel(view, 'link', words.links.copy)}
      </button>
      ${kit.copyTrouble(view, 'link')}
      ${kit.actions(
        screen.mayMail && !isMailing ? textButton(words.links.mail, write, deskView) : nothing,
        canShare() ? textButton(words.links.share, () => share(url, deskView), deskView) : nothing,
      )}
    </div>
    ${isMailing ? mailForm(deskView) : nothing}
    ${kit.note(words.links.once(date(link.expiresAt), screen.subject.taxId))} ${kit.note(words.links.neverPin)}
    ${kit.disclosure(words.links.qr, qrView(url, deskView))}
  `;
}

/** For a phone, on which the person writes to the accountant. Always black on white, because most readers need it. */
function qrView(url: string, { kit, words }: DeskView): TemplateResult {
  const { html } = kit;
  const { size, path } = qrCode(url);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${words.links.qrLabel}>
    <path d=${path}></path>
  </svg>`;
}

function textButton(label: string, act: () => void, { kit }: DeskView): TemplateResult {
  const { html } = kit;
  return html`<button type="button" class="secondary" part="secondary" @click=${act}>${label}</button>`;
}

function canShare(): boolean {
  return 'share' in navigator;
}

/** Opens the device's own list of applications. Where that fails, copying is left, except when the person closed the list. */
function share(url: string, { view, words, screen }: DeskView): void {
  const title = words.links.shareTitle(screen.subject.company);
  navigator.share({ title, url }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) view.copy('link', url);
  });
}
