import { html, nothing, type TemplateResult } from 'lit';
import type { AtAnafScreen, StartingScreen, VerifyingScreen } from '../core/screen.ts';
import { atAnafTitle } from './announcement.ts';
import {
  actions,
  addressField,
  type Content,
  disclosure,
  heading,
  keptNotice,
  lead,
  note,
  primary,
  secondary,
  silentNotice,
} from './parts.ts';
import type { View } from './view.ts';

/** Shown while the backend creates the attempt. */
export function startingView({ keeps }: StartingScreen, view: View): TemplateResult {
  const { starting } = view.words;
  return html`${heading(starting.title)} ${lead(starting.text)} ${keptNotice(view, keeps)}`;
}

/** Shown while the person is at ANAF, in another window or just back in this tab. */
export function atAnafView(screen: AtAnafScreen, view: View): TemplateResult {
  const { atAnaf, privateWindow } = view.words;
  const { place, address, asking, silent } = screen;
  const privateWindowContent = address && html`<p>${privateWindow.text}</p> ${addressField(address, view)}`;
  // A note about what has happened comes before the steps, one about what will happen after them.
  const hasLeft = place === 'tab' || place === 'gone';
  return html`
    ${heading(atAnafTitle(screen, view.words))} ${hasLeft ? lead(atAnaf.notes[place]) : nothing} ${keptNotice(view, screen.keeps)} ${silentNotice(view, silent)}
    ${place === 'elsewhere' && address ? elsewhereView(address, view) : nothing} ${pathView(view)}
    ${hasLeft ? nothing : note(atAnaf.notes[place])} ${buttons(screen, view)} ${asking ? sightsView(screen, view) : nothing}
    ${privateWindowContent && place !== 'elsewhere' ? disclosure(privateWindow.title, privateWindowContent) : nothing}
  `;
}

/** Shown while the backend checks the certificate's rights at ANAF. */
export function verifyingView(screen: VerifyingScreen, view: View): TemplateResult {
  const { verifying, atAnaf } = view.words;
  return html`
    ${heading(verifying.title)} ${lead(verifying.text(screen.subject.taxId))} ${keptNotice(view, screen.keeps)}
    ${silentNotice(view, screen.silent)} ${note(verifying.mayClose)}
    ${screen.mayGiveUp ? actions(secondary(view, atAnaf.giveUp, { type: 'give-up' })) : nothing}
  `;
}

function elsewhereView(address: string, view: View): TemplateResult {
  const { atAnaf } = view.words;
  const isCopied = view.copied?.what === 'address' && view.copied.succeeded;
  return html`${lead(isCopied ? atAnaf.elsewhereCopied : atAnaf.elsewhereText)} ${addressField(address, view)}
    ${note(atAnaf.shortcut)}`;
}

function pathView({ words: { atAnaf } }: View): TemplateResult {
  return html`<ol class="path">
    <li>${atAnaf.choose}</li>
    <li>${atAnaf.pin}</li>
  </ol>`;
}

function buttons({ place, address }: AtAnafScreen, view: View): Content {
  const { atAnaf, checklist } = view.words;
  const finished = secondary(view, atAnaf.finished, { type: 'say-finished' });
  const giveUp = secondary(view, atAnaf.giveUp, { type: 'give-up' });
  const reopen = address ? secondary(view, atAnaf.reopen, { type: 'reopen-window' }) : nothing;
  if (place === 'tab') {
    return html`${primary(view, checklist.go, { type: 'continue-in-this-tab' })} ${actions(giveUp)}`;
  }
  if (place === 'elsewhere') return actions(finished, reopen, giveUp);
  if (place === 'gone' && address) {
    return html`${primary(view, atAnaf.reopenLong, { type: 'reopen-window' })} ${actions(finished, giveUp)}`;
  }
  return html`${primary(view, atAnaf.show, { type: 'show-window' })} ${actions(finished, reopen, giveUp)}`;
}

/** Buttons instead of radio buttons, because an answer changes the screen at once, and arrow keys must not do that. */
function sightsView({ sights, place }: AtAnafScreen, view: View): TemplateResult {
  const { atAnaf } = view.words;
  return html`<div class="question" role="group" aria-labelledby="sights">
    <p class="label" id="sights">${place === 'tab' ? atAnaf.questionOfTab : atAnaf.question}</p>
    <div class="sights">
      ${sights.map(
        (sight) =>
          html`<button type="button" class="sight" @click=${() => view.send({ type: 'tell-sight', sight })}>
            ${atAnaf.sights[sight]}
          </button>`,
      )}
    </div>
  </div>`;
}
