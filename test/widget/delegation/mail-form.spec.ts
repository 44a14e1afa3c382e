import { sendKeys } from '@web/test-runner-commands';
import { type MemoryAdapter, SpvProblem } from 'spv-authorize';
import type { SendLinkRequest } from 'spv-authorize/contract';
import { assert } from '../support/assert.ts';
import { axeFindings } from '../support/axe.ts';
import { hold } from '../support/hold.ts';
import { exampleLink, openLinks, openRows, setupWithLinks } from '../support/links.ts';
import { afterEach, describe, it } from '../support/mocha.ts';
import { type Panel, removePanels } from '../support/panel.ts';

describe('<spv-authorize>, a link by e-mail', () => {
  afterEach(removePanels);

  it('the keyboard alone creates a link and sends it, with own words in the chosen language', async () => {
    const panel = await setupWithLinks();
    const requests = recordMails(panel.adapter);
    await tabTo(panel, 'Autorizează');
    await press(panel, 'Enter');
    await tabTo(panel, 'Obține accesul prin contabil');
    await press(panel, 'Enter');
    await tabTo(panel, 'Creează linkul');
    await press(panel, 'Enter');
    await tabTo(panel, 'Trimite prin e-mail');
    await press(panel, 'Enter');
    await type(panel, 'ana@cabinet.example');
    await press(panel, 'Tab');
    await type(panel, 'Mulțumesc!');
    await press(panel, 'Tab');
    await press(panel, 'ArrowRight');
    await tabTo(panel, 'Trimite e-mailul');
    await press(panel, 'Enter');

    assert.deepEqual(requests, [{ email: 'ana@cabinet.example', language: 'en', message: 'Mulțumesc!' }]);
    assert.includes(panel.text, 'E-mailul pleacă spre ana@cabinet.example.');
    assert.deepEqual(openRows(panel), ['ana@cabinet.example Trimis, 09:12']);
    assert.equal(panel.focused, 'Linkul este gata');
  });

  it('Enter in the field for the address sends the mail', async () => {
    const panel = await openForm();

    await type(panel, 'ana@cabinet.example');
    await press(panel, 'Enter');

    assert.equal(panel.calls('sendLink link-1 ro ana@cabinet.example'), 1);
  });

  it('an address that is not complete is not sent; the field says why and gets focus', async () => {
    const panel = await openForm();
    await type(panel, 'ana@cabinet');

    await panel.press('Trimite e-mailul');

    const field = panel.one('#mail-address');
    assert.equal(panel.calls('sendLink'), 0);
    assert.equal(panel.root.activeElement, field);
    assert.equal(field.getAttribute('aria-invalid'), 'true');
    assert.equal(field.getAttribute('aria-describedby'), 'mail-trouble');
    assert.equal(panel.textOf('#mail-trouble'), 'Adresa de e-mail nu este completă. Verific-o.');
    assert.deepEqual(await axeFindings(panel.element), []);
  });

  const troubles = [
    ['recipient-refused', 'persoana a cerut să nu mai primească mesaje'],
    ['malformed-request', 'Adresa de e-mail nu este completă'],
    ['rate-limited', 'Ai trimis mai multe e-mailuri într-un timp scurt'],
    ['unreachable', 'Serverul nu răspunde. Nu s-a pierdut nimic'],
    ['session-expired', 'Reîncarcă pagina sau intră din nou în cont'],
  ] as const;
  for (const [code, text] of troubles) {
    it(`the form explains ${code} and keeps everything that was typed`, async () => {
      const panel = await openForm();
      await type(panel, 'ana@cabinet.example');
      await press(panel, 'Tab');
      await type(panel, 'Mulțumesc!');
      panel.adapter.failNext(new SpvProblem(code, 'scripted'));

      await panel.press('Trimite e-mailul');

      assert.includes(panel.textOf('.mail'), text);
      assert.deepEqual(typed(panel), ['ana@cabinet.example', 'Mulțumesc!']);
      await panel.press('Trimite e-mailul');
      assert.equal(panel.has('.mail'), false);
    });
  }

  it('what was typed is still there after a poll, after going back, and after the form was closed', async () => {
    const panel = await openForm();
    await type(panel, 'ana@cabinet.example');
    await press(panel, 'Tab');
    await type(panel, 'Mulțumesc!');
    panel.waits.end(2000);
    await panel.settled();
    const polled = typed(panel);
    await panel.press('Înapoi');
    await panel.press('Obține accesul prin contabil');
    const returned = typed(panel);
    await panel.press('Nu acum');
    await panel.press('Trimite prin e-mail');

    for (const texts of [polled, returned, typed(panel)]) {
      assert.deepEqual(texts, ['ana@cabinet.example', 'Mulțumesc!']);
    }
  });

  it('the form counts the characters and takes no more than 500', async () => {
    const panel = await openForm();
    const message = panel.one('#mail-message');
    message.focus();
    await type(panel, 'Bună');

    assert.equal(message.getAttribute('maxlength'), '500');
    assert.equal(panel.textOf('#mail-left'), '4 din 500 de caractere');
  });

  it('a link that was sent is sent again to the same recipient, from its row', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a', { email: 'ana@cabinet.example', sentAt: 1 })] });
    await openLinks(panel);

    await panel.press('Trimite iar');
    assert.deepEqual(typed(panel), ['ana@cabinet.example', '']);
    await panel.press('Trimite e-mailul');

    assert.equal(panel.calls('sendLink a ro ana@cabinet.example'), 1);
  });

  it('a second press while the mail is being sent sends nothing', async () => {
    const panel = await openForm();
    await type(panel, 'ana@cabinet.example');
    const { calls, release } = hold(panel.adapter, 'sendLink');
    await panel.press('Trimite e-mailul');
    assert.equal(panel.textOf('.mail .primary'), 'Se trimite…');

    await panel.press('Se trimite…');
    release();
    await panel.settled();

    assert.equal(calls(), 1);
  });

  it('a backend that cannot send mails has no button for it', async () => {
    const panel = await setupWithLinks({ answer: { capabilities: ['links'] }, links: [exampleLink('a')] });
    await openLinks(panel);
    await panel.press('Creează alt link');

    assert.excludes(panel.text, 'Trimite prin e-mail');
  });
});

async function openForm(): Promise<Panel> {
  const panel = await setupWithLinks();
  await openLinks(panel);
  await panel.press('Creează linkul');
  await panel.press('Trimite prin e-mail');
  return panel;
}

/** The texts of the two fields. */
function typed(panel: Panel): string[] {
  return [...panel.root.querySelectorAll<HTMLInputElement>('.mail .field :is(input, textarea)')].map(
    ({ value }) => value,
  );
}

function recordMails(adapter: MemoryAdapter): SendLinkRequest[] {
  const requests: SendLinkRequest[] = [];
  const sendLink = adapter.sendLink.bind(adapter);
  adapter.sendLink = (linkId, request, options) => {
    requests.push(request);
    return sendLink(linkId, request, options);
  };
  return requests;
}

async function press(panel: Panel, key: string): Promise<void> {
  await sendKeys({ press: key });
  await panel.settled();
}

async function type(panel: Panel, text: string): Promise<void> {
  await sendKeys({ type: text });
  await panel.settled();
}

/** Presses Tab until the element whose name begins like this has focus; gives up after 15 times. */
async function tabTo(panel: Panel, name: string): Promise<void> {
  for (let count = 0; count < 15; count += 1) {
    if (panel.focused?.startsWith(name)) return;
    await press(panel, 'Tab');
  }
  throw new Error(`Tab does not reach "${name}"; it stopped at "${panel.focused}"`);
}
