// The script of the invoice page: authorizes the company if necessary, then sends the invoice without leaving the page.
import 'spv-authorize/define';
import type { SpvAuthorize } from 'spv-authorize';

const form = document.querySelector<HTMLFormElement>('#send');
const outcome = document.querySelector<HTMLElement>('#outcome');
const element = document.querySelector<SpvAuthorize>('spv-authorize');
let isBusy = false;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void once(form, authorizeAndSend);
});

// When ANAF was opened in this tab, the page that waited for `ensureAuthorized` is gone; this event continues its work.
if (form) element?.addEventListener('spv-continued', () => void once(form, send));

/** Lets the person authorize the company first if necessary, then sends the invoice. */
async function authorizeAndSend(sendForm: HTMLFormElement): Promise<void> {
  const answer = await element?.ensureAuthorized();
  if (answer?.proceed) await send(sendForm);
}

async function send(sendForm: HTMLFormElement): Promise<void> {
  const button = sendForm.querySelector('button');
  if (button) button.textContent = sendForm.dataset.sending ?? '';
  const response = await fetch(sendForm.action, { method: 'POST', headers: { Accept: 'application/json' } });
  if (response.ok) return location.reload();
  const { error } = (await response.json()) as { error?: string };
  showFailure(error ?? sendForm.dataset.failed ?? '');
}

/**
 * Ignores further presses while the task runs. The button is not `disabled` meanwhile, because a dialog that closes could not
 * return focus to it.
 */
async function once(sendForm: HTMLFormElement, task: (sendForm: HTMLFormElement) => Promise<void>): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  const button = sendForm.querySelector('button');
  const label = button?.textContent ?? '';
  button?.setAttribute('aria-disabled', 'true');
  try {
    await task(sendForm);
  } catch (error) {
    console.error('The invoice was not sent.', error);
    showFailure(sendForm.dataset.failed ?? '');
  } finally {
    isBusy = false;
    if (button) button.textContent = label;
    button?.removeAttribute('aria-disabled');
  }
}

function showFailure(text: string): void {
  if (!outcome) return;
  outcome.classList.add('failed');
  outcome.textContent = text;
}
