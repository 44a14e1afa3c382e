import { expect, type Locator, type Page } from '@playwright/test';
import { AnafPicker } from './anaf-picker.ts';

/** `<spv-authorize>` as a person sees it, in Romanian. */
export class SpvElement {
  readonly page: Page;
  readonly root: Locator;
  readonly heading: Locator;
  /** The likeliest cause of a failure, with its steps; less likely causes are outside of it. */
  readonly cause: Locator;
  /** State of the only link that waits. */
  readonly linkState: Locator;
  /** The badge beside the heading of the status screen. */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('spv-authorize');
    this.heading = this.root.locator('[part~="heading"]:visible');
    this.cause = this.root.locator('.cause');
    this.linkState = this.root.locator('.link-list .link-state');
    this.status = this.root.locator('.badge');
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

  /** *Continuă la ANAF*, which opens ANAF's window. */
  async continueToAnaf(): Promise<AnafPicker> {
    return this.openWindowBy('Continuă la ANAF');
  }

  /** *Continuă la ANAF* where the browser blocks windows: ANAF opens in this tab. */
  async continueInThisTab(): Promise<AnafPicker> {
    await this.button('Continuă la ANAF').click();
    await this.button('Continuă în această filă').click();
    await this.page.waitForURL(/my\.policy/);
    return new AnafPicker(this.page);
  }

  /** Presses a button that opens ANAF's window. */
  async openWindowBy(name: string): Promise<AnafPicker> {
    const [popup] = await Promise.all([this.page.waitForEvent('popup'), this.button(name).click()]);
    return new AnafPicker(popup);
  }

  /** From the screen without an authorization to ANAF's window. */
  async start(): Promise<AnafPicker> {
    await this.prepare();
    return this.continueToAnaf();
  }

  /** *Obține accesul prin contabil*: creates a link and returns its address, as it is copied. */
  async createLink(): Promise<string> {
    await this.button('Autorizează').click();
    await this.root.getByRole('button', { name: 'Obține accesul prin contabil' }).click();
    await this.button('Creează linkul').click();
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.button('Copiază linkul').click();
    await expect(this.button('Copiat')).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Answers the question what the person sees in ANAF's window. */
  async report(sight: string): Promise<void> {
    await this.button('Am terminat').click();
    await this.button(sight).click();
  }

  /** The address for a private window, which the waiting screen offers. */
  async privateWindowAddress(): Promise<string> {
    await this.root.getByText('Deschide într-o fereastră privată').click();
    const address = this.root.getByRole('textbox', { name: 'Adresa pentru fereastra privată' });
    await expect(address).toHaveValue(/\/authorize\/./);
    return address.inputValue();
  }

  async disconnect(): Promise<void> {
    await this.button('Deconectează').click();
    await expect(this.heading).toHaveText('Deconectezi e-Factura?');
    await this.button('Deconectează').click();
  }

  async answer(question: string, reply: 'Da' | 'Nu' | 'Nu știu'): Promise<void> {
    await this.root.getByRole('group', { name: question }).getByRole('radio', { name: reply, exact: true }).check();
  }
}
