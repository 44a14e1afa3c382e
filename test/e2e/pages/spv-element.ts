import type { Locator, Page } from '@playwright/test';
import { AnafPicker } from './anaf-picker.ts';

/** `<spv-authorize>` as a person sees it, in Romanian. */
export class SpvElement {
  readonly page: Page;
  readonly root: Locator;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('spv-authorize');
    this.heading = this.root.locator('[part~="heading"]:visible');
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** From *Autorizează* to the checklist. */
  async prepare(): Promise<void> {
    await this.button('Autorizează').click();
    await this.chooseCertificate();
  }

  async chooseCertificate(): Promise<void> {
    await this.root.getByRole('button', { name: 'Am acces cu certificat digital' }).click();
  }

  /** *Continuă la ANAF*: gives ANAF's window. */
  async continueToAnaf(): Promise<AnafPicker> {
    return this.openAgain('Continuă la ANAF');
  }

  /** *Continuă la ANAF* where the browser blocks windows: this tab goes there. */
  async continueInThisTab(): Promise<AnafPicker> {
    await this.button('Continuă la ANAF').click();
    await this.button('Continuă în această filă').click();
    await this.page.waitForURL(/my\.policy/);
    return new AnafPicker(this.page);
  }

  /** Every button that leads to ANAF opens a new window, so that it comes to the front. */
  async openAgain(name: string): Promise<AnafPicker> {
    const [popup] = await Promise.all([this.page.waitForEvent('popup'), this.button(name).click()]);
    return new AnafPicker(popup);
  }

  /** The whole way from *none* to ANAF's window. */
  async start(): Promise<AnafPicker> {
    await this.prepare();
    return this.continueToAnaf();
  }

  /** Says what is seen in ANAF's window, as after coming back to the page. */
  async report(sight: string): Promise<void> {
    await this.button('Am terminat').click();
    await this.button(sight).click();
  }

  async answer(question: string, reply: 'Da' | 'Nu' | 'Nu știu'): Promise<void> {
    await this.root.getByRole('group', { name: question }).getByRole('radio', { name: reply, exact: true }).check();
  }
}
