import { exampleConnection, SpvProblem } from 'spv-authorize';
import { SpvAuthorize } from 'spv-authorize/define';
import { play, scenes } from './gallery/scenes.ts';
import { assert } from './support/assert.ts';
import { axeFindings } from './support/axe.ts';
import { fakeWindows } from './support/fake-window.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';
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
      it(`in ${scene.name}, ${scheme}, 320 px`, async () => {
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

  it('with its first screen', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    void panel.element.ensureAuthorized();
    await panel.settled();

    assert.deepEqual(await axeFindings(panel.element), []);
  });
});

describe('<spv-authorize>, focus and announcements', () => {
  afterEach(removePanels);

  it('takes no focus when the page loads', async () => {
    const panel = await setup();

    assert.equal(document.activeElement, document.body);
    assert.equal(panel.focused, undefined);
  });

  it('moves focus to the first row, then to headings', async () => {
    const panel = await setup({ steps: ['at-anaf'] });

    await panel.press('Autorizează');
    assert.includes(panel.focused ?? '', 'Am acces cu certificat digital');
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

  it('does not take focus from the host’s page when ANAF answers', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const panel = await setup({ steps: ['at-anaf', 'succeeded'] });
    await panel.goToAnaf();
    field.focus();

    await panel.signal();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(document.activeElement, field);
    field.remove();
  });

  it('says each screen once: by focus on its heading, or by the one live region', async () => {
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

    assert.equal(panel.root.querySelectorAll('[aria-live], [role="status"], [role="alert"]').length, 1);
    // The row has focus, not the question above it; after the last heading there is more to say.
    assert.deepEqual(heard, [
      'Cine are certificatul digital pentru firmă?',
      'De acum poți trimite și prelua e-facturi pentru Exemplu SRL.',
    ]);
  });

  it('says heading and rest by the live region when focus is in the host’s page', async () => {
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

  it('says that it checks, and what came of it', async () => {
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

  it('fills the live region of a dialog only after it has been on the page', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });

    void panel.element.ensureAuthorized();
    await until(() => panel.root.querySelector('[role="status"]') !== null, 'the dialog is open');
    assert.equal(panel.announced, '');

    await until(() => panel.announced === 'Cine are certificatul digital pentru firmă?', 'it is said');
  });

  it('has targets at least 44 px high', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    const low = () => {
      for (const details of panel.root.querySelectorAll('details')) details.open = true;
      return [...panel.root.querySelectorAll<HTMLElement>('button, summary, label, a')]
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
        .map((target) => target.textContent);
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

/** What the live region says after what it says first. */
async function listen(panel: Panel): Promise<readonly string[]> {
  await until(() => panel.announced !== '', 'the first screen was said');
  const heard: string[] = [];
  const observer = new MutationObserver(() => {
    if (panel.announced !== '') heard.push(panel.announced);
  });
  observer.observe(panel.one('[role="status"]'), { characterData: true, childList: true, subtree: true });
  return heard;
}
