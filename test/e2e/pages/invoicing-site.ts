import { expect, type Locator, type Page } from '@playwright/test';
import type { Stack } from 'spv-authorize-demo/stack';
import { SpvElement } from './spv-element.ts';

/** The demo site as a person uses it. */
export class InvoicingSite {
  readonly page: Page;
  readonly spv: SpvElement;
  readonly send: Locator;
  readonly delivery: Locator;
  readonly outcome: Locator;
  readonly #stack: Stack;

  constructor(page: Page, stack: Stack) {
    this.page = page;
    this.#stack = stack;
    this.spv = new SpvElement(page);
    this.send = page.locator('#send').getByRole('button');
    this.delivery = page.locator('.title .badge');
    this.outcome = page.locator('#outcome');
  }

  /** Makes `window.open` fail as in a browser that blocks pop-up windows. */
  async blockWindows(): Promise<void> {
    await this.page.addInitScript(() => {
      window.open = () => null;
    });
  }

  async openIntegration(): Promise<void> {
    await this.page.goto(`${this.#stack.siteUrl}/cont/integrari/e-factura`);
  }

  async openInvoice(id: string): Promise<void> {
    await this.page.goto(`${this.#stack.siteUrl}/facturi/${id}`);
  }

  async openReceived(): Promise<void> {
    await this.page.goto(`${this.#stack.siteUrl}/primite`);
  }

  /** The same page in a new tab of the same browser profile. */
  async inNewTab(): Promise<InvoicingSite> {
    const tab = new InvoicingSite(await this.page.context().newPage(), this.#stack);
    await tab.page.goto(this.page.url());
    return tab;
  }

  /** A person sees what they click. Chromium slows down the pages behind the one in front. */
  async comeToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async switchCompany(name: string): Promise<void> {
    await this.page.getByLabel('Firma').selectOption({ label: name });
    await this.page.getByRole('button', { name: 'Schimbă' }).click();
    // The page that answers has the choice selected by the server.
    await expect(this.page.locator('#company option[selected]')).toHaveText(name);
  }

  /** Authorizes the chosen company from its settings, and leaves the page with the authorization's status. */
  async authorizeAs(fullName: string): Promise<void> {
    await this.openIntegration();
    await (await this.spv.start()).authorizeAs(fullName);
    await expect(this.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await this.comeToFront();
    await this.spv.button('Gata').click();
    await expect(this.spv.status).toHaveText('Activă');
  }

  /** *Trimite e-Factura* of a company without authorization: opens the dialog and goes to the checklist in it. */
  async beginInDialog(invoiceId: string): Promise<void> {
    await this.openInvoice(invoiceId);
    await this.send.click();
    await this.spv.chooseCertificate();
  }

  /** Sends an invoice of an authorized company, lets ANAF's processing time pass, and sees it accepted. */
  async sendAccepted(invoiceId: string): Promise<void> {
    await this.openInvoice(invoiceId);
    await this.send.click();
    await expect(this.delivery).toHaveText('În prelucrare la ANAF');
    this.#stack.mock.clock.advance(10);
    await this.page.getByRole('button', { name: 'Verifică starea' }).click();
    await expect(this.delivery).toHaveText('Acceptată');
  }
}
