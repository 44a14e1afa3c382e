import { exampleConnection, SpvProblem } from 'spv-authorize';
import { SpvAuthorize } from 'spv-authorize/define';
import { play, scenes } from './gallery/scenes.ts';
import { assert } from './support/assert.ts';
import { axeFindings } from './support/axe.ts';
import { fakeWindows } from './support/fake-window.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';
import { textOf } from './support/text.ts';
import { until } from './support/until.ts';

describe('axe finds nothing', () => {
  let windows: ReturnType<typeof fakeWindows>;
  let frame: HTMLElement;

  beforeEach(() => {
    frame = document.createElement('main');
    document.body.append(frame);
  });

  afterEach(() => {
    windows.restore();
    frame.remove();
  });

  for (const scheme of ['light', 'dark']) {
    for (const scene of scenes) {
      it(`axe finds nothing, and nothing overflows, in the scene ${scene.name}, ${scheme}, at 320 px`, async () => {
        frame.style.cssText = `inline-size: 320px; color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
        windows = fakeWindows({ blocked: scene.blockWindow ?? false });
        const element = new SpvAuthorize();
        frame.append(element);
        await play(scene, element, scheme === 'light' ? 'ro' : 'en');

        assert.deepEqual(await axeFindings(frame), []);
        assert.equal(element.scrollWidth <= 320, true, `it is ${element.scrollWidth} px wide;`);
      });
    }
  }
});

describe('axe finds nothing in the dialog', () => {
  afterEach(removePanels);

  it('axe finds nothing in the dialog of ensureAuthorized()', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    void panel.element.ensureAuthorized();
    await panel.settled();

    assert.deepEqual(await axeFindings(panel.element), []);
  });
});

describe('<spv-authorize>, focus and announcements', () => {
  afterEach(removePanels);

  it('the element takes no focus when the page loads', async () => {
    const panel = await setup();

    // The announcement comes after everything that the element does by itself.
    await panel.announces('Autorizare pentru e-Factura în SPV');
    assert.equal(document.activeElement, document.body);
    assert.equal(panel.focused, undefined);
  });

  it('the element moves focus to the first row of a choice, and to the heading of every later screen', async () => {
    const panel = await setup({ steps: ['at-anaf'] });

    await panel.press('Autorizează');
    assert.includes(panel.focused, 'Am acces cu certificat digital');
    await panel.press('Am acces cu certificat digital');
    assert.equal(panel.focused, 'Înainte să începi');
    await panel.press('Continuă la ANAF');
    assert.equal(panel.focused, 'Continuă în fereastra ANAF');
    await panel.press('Am terminat');
    assert.equal(panel.focused, 'Continuă în fereastra ANAF');
    panel.adapter.script('succeeded');
    await panel.signal();
    assert.equal(panel.focused, 'Gata, e-Factura este autorizată');
  });

  it('the element does not take focus from the host’s page when ANAF answers', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const panel = await setup({ steps: ['at-anaf', 'succeeded'] });
    await panel.goToAnaf();
    field.focus();

    await panel.signal();

    await panel.announces(
      'Gata, e-Factura este autorizată. De acum poți trimite și prelua e-facturi pentru Exemplu SRL.',
    );
    assert.equal(document.activeElement, field);
    field.remove();
  });

  it('a screen reader hears each screen once: by focus on its heading, or from the only live region', async () => {
    const panel = await setup({ steps: ['at-anaf', 'verifying', 'succeeded'] });
    const heard = await listen(panel);

    await panel.press('Autorizează');
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    assert.equal(panel.focused, 'Continuă în fereastra ANAF');
    await panel.signal();
    assert.equal(panel.focused, 'Verificăm drepturile certificatului');
    await panel.signal();
    assert.equal(panel.focused, 'Gata, e-Factura este autorizată');
    await panel.press('Gata');

    assert.equal(panel.root.querySelectorAll('[aria-live], [role="status"], [role="alert"]').length, 1);
    // The row of a choice has focus, not its heading; the heading of the success is followed by a text; the status takes
    // no focus by itself, but its heading gets it because the pressed button is gone.
    assert.deepEqual(heard, [
      'Cine are certificatul digital pentru firmă?',
      'De acum poți trimite și prelua e-facturi pentru Exemplu SRL.',
      'Activă',
    ]);
  });

  it('the live region says the heading and the text when focus is in the host’s page', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const panel = await setup({ steps: ['at-anaf', 'verifying', 'succeeded'] });
    const heard = await listen(panel);
    await panel.goToAnaf();
    field.focus();

    await panel.signal();
    await panel.signal();

    assert.deepEqual(heard.slice(-2), [
      'Verificăm drepturile certificatului',
      'Gata, e-Factura este autorizată. De acum poți trimite și prelua e-facturi pentru Exemplu SRL.',
    ]);
    field.remove();
  });

  it('the live region says that the authorization is being verified, and then the result', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });
    const heard = await listen(panel);

    await panel.press('Verifică acum');
    panel.adapter.failNext(new SpvProblem('anaf-unavailable', 'scripted'));
    await panel.press('Verifică acum');

    assert.deepEqual(heard, [
      'Se verifică…',
      'e-Factura în SPV. Activă',
      'Se verifică…',
      'e-Factura în SPV. Activă. Serverul nu răspunde. Verifică dacă ai internet; autorizarea existentă rămâne neschimbată.',
    ]);
  });

  it('the live region of a dialog is filled only after it has been on the page for a moment', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const seen: string[] = [];
    const observer = new MutationObserver(() => {
      if (panel.has('[role="status"]')) seen.push(panel.announced);
    });
    observer.observe(panel.root, { characterData: true, childList: true, subtree: true });

    void panel.element.ensureAuthorized();
    await panel.announces('Cine are certificatul digital pentru firmă?');
    observer.disconnect();

    assert.equal(seen.at(0), '');
    assert.equal(seen.at(-1), 'Cine are certificatul digital pentru firmă?');
  });

  it('every button, link and label of the flow is at least 44 px high', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    const low = () => {
      for (const details of panel.root.querySelectorAll('details')) details.open = true;
      const targets = [...panel.root.querySelectorAll<HTMLElement>('button, summary, label, a')];
      const visible = targets.filter((target) => target.checkVisibility());
      assert.equal(visible.length > 0, true, 'no target is visible;');
      return visible.filter((target) => target.getBoundingClientRect().height < 44).map(textOf);
    };

    assert.deepEqual(low(), []);
    for (const step of ['Autorizează', 'Am acces cu certificat digital', 'Continuă la ANAF', 'Am terminat']) {
      await panel.press(step);
      assert.deepEqual(low(), [], step);
    }
    await panel.press('„Request Rejected”');
    assert.deepEqual(low(), []);
  });
});

/** Collects what the live region says after its first text. */
async function listen(panel: Panel): Promise<readonly string[]> {
  await until(() => panel.announced !== '', 'the first screen was said');
  const heard: string[] = [];
  const observer = new MutationObserver(() => {
    if (panel.announced !== '') heard.push(panel.announced);
  });
  observer.observe(panel.one('[role="status"]'), { characterData: true, childList: true, subtree: true });
  return heard;
}
