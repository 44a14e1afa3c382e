import { css, html, type TemplateResult } from 'lit';
import type { CompanyDescription } from '../api/answers.ts';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { sectionHead } from './section-head.ts';

/** Lists the companies, the people with rights for each, and the number of messages in their lists. */
export class CompaniesSection extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      li { display: grid; grid-template-columns: minmax(180px, 1.2fr) minmax(0, 2fr) 128px auto; gap: 4px 24px; align-items: center; }
      li .label { margin-block-end: 2px; }
      .name { font-weight: 600; }
      @media (max-width: 860px) { li { grid-template-columns: minmax(0, 1fr); gap: 8px; justify-items: start; } }
    `,
  ];

  protected override render(): TemplateResult {
    const { companies: texts } = this.language.texts;
    return html`${sectionHead(texts.title, texts.intro)}
      <ul class="rows panel">${this.state.companies.map((company) => this.#row(company))}</ul>`;
  }

  #row(company: CompanyDescription): TemplateResult {
    const { companies: texts } = this.language.texts;
    const { cui, name, people, messages, isEnforcementAuthority } = company;
    return html`<li>
      <div>
        <div class="name">${name}</div>
        <div class="soft small">${texts.taxId} <span class="mono numbers">${cui}</span></div>
        ${isEnforcementAuthority ? html`<span class="tag">${texts.enforcement}</span>` : ''}
      </div>
      <div>
        <div class="label">${texts.rights}</div>
        <div class="tags">
          ${people.length === 0 ? html`<span class="soft">${texts.nobody}</span>` : ''}
          ${people.map(({ name: person, isInForce }) =>
            isInForce
              ? html`<span class="tag mono">${person}</span>`
              : html`<span class="tag warn">${texts.pending(person)}</span>`,
          )}
        </div>
      </div>
      <div>
        <div class="label">${texts.messages}</div>
        <div class="tags numbers">
          <span class="tag">${texts.inTest(messages.test)}</span><span class="tag">${texts.inProduction(messages.prod)}</span>
        </div>
      </div>
      <button @click=${() => this.#addInvoice(company)} aria-label=${texts.addInvoiceFor(name)}>${texts.addInvoice}</button>
    </li>`;
  }

  #addInvoice({ cui, name }: CompanyDescription): void {
    const { invoiceAdded } = this.language.texts.companies;
    this.model.act((api) => api.read('POST', `/companies/${cui}/messages`, {}), invoiceAdded(name));
  }
}
