import { SpvAuthorize } from 'spv-authorize/define';
import { play, scenes } from './gallery/scenes.ts';
import { assert } from './support/assert.ts';
import { axeFindings } from './support/axe.ts';
import { fakeWindows } from './support/fake-window.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

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

  it('has one live region and speaks once for each screen', async () => {
    const panel = await setup({ steps: ['at-anaf', 'verifying', 'succeeded'] });
    const heard: string[] = [];
    const region = panel.one('[role="status"]');
    const observer = new MutationObserver(() => heard.push(panel.announced));
    observer.observe(region, { characterData: true, childList: true, subtree: true });

    await panel.goToAnaf();
    await panel.signal();
    await panel.signal();

    assert.equal(panel.root.querySelectorAll('[aria-live], [role="status"], [role="alert"]').length, 1);
    assert.deepEqual(
      heard.filter((text) => text !== ''),
      [
        'Cine are certificatul digital pentru firmă?',
        'Continuă în fereastra ANAF',
        'Verificăm drepturile certificatului',
        'De acum poți trimite și prelua e-facturi pentru Exemplu SRL.',
      ],
    );
  });

  it('has targets at least 44 px high', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Am terminat');

    const low = [...panel.root.querySelectorAll<HTMLElement>('button, summary, label, .primary')]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
      .map((target) => target.textContent);

    assert.deepEqual(low, []);
  });
});
