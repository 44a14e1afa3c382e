import type { Locator, Page } from '@playwright/test';
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

  /** A browser that opens no window. */
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

  async switchCompany(name: string): Promise<void> {
    await this.page.getByLabel('Firma').selectOption({ label: name });
    await this.page.getByRole('button', { name: 'Schimbă' }).click();
  }

  /** Lets ANAF's processing time pass and asks for the state. */
  async checkDelivery(): Promise<void> {
    this.#stack.mock.clock.advance(10);
    await this.page.getByRole('button', { name: 'Verifică starea' }).click();
  }
}
