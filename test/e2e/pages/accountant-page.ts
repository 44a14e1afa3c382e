import { expect, type Locator, type Page } from '@playwright/test';
import { AnafPicker } from './anaf-picker.ts';

/** The pages of a link as the person with the certificate sees them, in Romanian. */
export class AccountantPage {
  readonly page: Page;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
  }

  /** Opens the link that the owner handed over. */
  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** *Continuă la ANAF* or *Reia*, with the certificate of this person. */
  async authorizeAs(fullName: string, button: 'Continuă la ANAF' | 'Reia' = 'Continuă la ANAF'): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await new AnafPicker(this.page).authorizeAs(fullName);
  }

  /** *Nu eu mă ocup de această firmă*, which asks once more. */
  async decline(): Promise<void> {
    await this.page.getByRole('link', { name: 'Nu eu mă ocup de această firmă' }).click();
    await this.page.getByRole('button', { name: 'Da, nu mă ocup de această firmă' }).click();
  }

  /** *Retrage accesul* of the receipt, which asks once more. */
  async withdraw(): Promise<void> {
    await this.page.getByRole('link', { name: 'Retrage accesul' }).click();
    await expect(this.heading).toHaveText('Retragi accesul pentru Exemplu SRL?');
    await this.page.getByRole('button', { name: 'Retrage accesul' }).click();
  }
}
