import type { Page } from '@playwright/test';

/** ANAF's window: the mock's page that plays the browser's and the token's dialogs. */
export class AnafPicker {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(fullName: string): Promise<void> {
    await this.page.getByRole('radio', { name: fullName }).check();
    await this.page.getByRole('button', { name: 'OK', exact: true }).click();
  }

  async enterPin(pin: string): Promise<void> {
    await this.page.getByLabel('PIN', { exact: true }).fill(pin);
    await this.page.getByRole('button', { name: 'OK', exact: true }).click();
  }

  /** Chooses and enters the right PIN. */
  async authorizeAs(fullName: string): Promise<void> {
    await this.choose(fullName);
    await this.enterPin('1234');
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Anulează' }).click();
  }

  /** Pulls the token out: the browser shows no dialog and goes on without a certificate. */
  async goOnWithoutToken(): Promise<void> {
    await this.page.getByRole('button', { name: 'Scoate tokenul' }).click();
    await this.page.getByRole('button', { name: 'Continuă fără certificat' }).click();
  }
}
