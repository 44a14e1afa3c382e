import type { Page } from '@playwright/test';

/** ANAF's window: mock ANAF's page that imitates the dialogs of the browser and of the token. */
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

  /** Chooses the person's certificate and enters the right PIN. */
  async authorizeAs(fullName: string): Promise<void> {
    await this.choose(fullName);
    await this.enterPin('1234');
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Anulează' }).click();
  }

  /** Removes the token: the browser shows no dialog and continues without a certificate. */
  async continueWithoutToken(): Promise<void> {
    await this.page.getByRole('button', { name: 'Scoate tokenul' }).click();
    await this.page.getByRole('button', { name: 'Continuă fără certificat' }).click();
  }
}
