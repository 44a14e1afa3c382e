import 'spv-authorize/define';
import type { SpvAuthorize } from 'spv-authorize';

const form = document.querySelector<HTMLFormElement>('#send');
const outcome = document.querySelector<HTMLElement>('#outcome');
const element = document.querySelector<SpvAuthorize>('spv-authorize');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void sendInvoice(form);
});

/** Authorizes first where the company has not, then sends; the person presses one button once. */
async function sendInvoice(sendForm: HTMLFormElement): Promise<void> {
  const button = sendForm.querySelector('button');
  const label = button?.textContent ?? '';
  if (button) button.disabled = true;
  try {
    const authorization = await element?.ensureAuthorized();
    if (!authorization?.authorized) return;
    if (button) button.textContent = sendForm.dataset.sending ?? '';
    const response = await fetch(sendForm.action, { method: 'POST' });
    if (response.ok) return location.reload();
    const { error } = (await response.json()) as { error?: string };
    showFailure(error ?? sendForm.dataset.failed ?? '');
  } catch (error) {
    console.error('the invoice could not be sent', error);
    showFailure(sendForm.dataset.failed ?? '');
  } finally {
    if (button) {
      button.disabled = false;
      button.textContent = label;
    }
  }
}

function showFailure(text: string): void {
  if (!outcome) return;
  outcome.classList.add('failed');
  outcome.textContent = text;
}
