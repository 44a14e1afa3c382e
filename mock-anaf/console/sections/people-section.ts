import { css, html, type TemplateResult } from 'lit';
import type { PersonDescription } from '../api/answers.ts';
import { download } from '../api/download.ts';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { sectionHead } from './section-head.ts';

const daySeconds = 86_400;

/** Lists the people, with downloads of their certificates. */
export class PeopleSection extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      .keys { display: flex; flex-wrap: wrap; gap: 8px 32px; align-items: center; margin-block-end: 12px; }
      .keys > div { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
      li { display: grid; grid-template-columns: minmax(200px, 1.4fr) minmax(0, 1.6fr) 64px auto; gap: 4px 24px; align-items: center; }
      .name { font-weight: 600; }
      .name .mono { font-weight: 400; color: var(--soft); margin-inline-start: 4px; }
      @media (max-width: 860px) { li { grid-template-columns: minmax(0, 1fr); gap: 8px; } }
    `,
  ];

  protected override render(): TemplateResult {
    const { people: texts } = this.language.texts;
    return html`${sectionHead(texts.title, texts.intro)}
      <div class="panel padded keys">
        <div>
          <span class="soft">${texts.passphrase}</span> <code>${this.state.passphrase}</code>
          <button class="quiet" aria-label=${texts.copyPassphrase} @click=${() => this.#copy()}>${texts.copy}</button>
        </div>
        <div>
          <span class="soft">${texts.authority}</span>
          <button @click=${() => this.#download('/ca.pem', 'ca.pem')}>${texts.downloadAuthority}</button>
        </div>
      </div>
      <ul class="rows panel">${this.state.people.map((person) => this.#row(person))}</ul>
      <console-import-steps .model=${this.model} .language=${this.language}></console-import-steps>`;
  }

  #row(person: PersonDescription): TemplateResult {
    const { people: texts } = this.language.texts;
    const { name, fullName, pin } = person;
    const title = this.language.code === 'en' ? person.titleEn : person.title;
    return html`<li>
      <div>
        <div class="name">${fullName} <span class="mono">${name}</span></div>
        <div class="soft small">${title ?? html`<span lang="ro">${person.title}</span>`}</div>
      </div>
      <div class="tags">${this.#badges(person)}</div>
      <div><span class="soft small">${texts.pin}</span> <span class="mono numbers">${pin}</span></div>
      <div class="actions">
        <button aria-label=${texts.certificateOf(fullName)} @click=${() => this.#download(`/personas/${name}.p12`, `${name}.p12`)}>
          ${texts.certificate}
        </button>
        <button class="quiet" aria-label=${texts.pemOf(fullName)}
          @click=${() => this.#download(`/personas/${name}.pem`, `${name}.pem`)}>${texts.pem}</button>
      </div>
    </li>`;
  }

  #badges({ enrolledAt, validity, authority, companies }: PersonDescription): readonly TemplateResult[] {
    const { people: texts } = this.language.texts;
    const now = this.state.clock?.now ?? 0;
    const tag = (kind: string, text: string) => html`<span class="tag ${kind}">${text}</span>`;
    const names = companies.map((cui) => this.state.companies.find((company) => company.cui === cui)?.name ?? cui);
    return [
      ...(validity === 'expired' ? [tag('bad', texts.expired)] : []),
      ...(authority === 'unknown' ? [tag('bad', texts.unknownAuthority)] : []),
      enrolledAt === null
        ? tag('bad', texts.notEnrolled)
        : now - enrolledAt < daySeconds
          ? tag('warn', texts.enrolledRecently)
          : tag('good', texts.enrolled),
      companies.length === 0
        ? tag('', texts.noCompany)
        : tag('', names.length > 2 ? texts.companies(names.length) : names.join(', ')),
    ];
  }

  #copy(): void {
    const { copied } = this.language.texts.people;
    this.model.act(() => navigator.clipboard.writeText(this.state.passphrase), copied);
  }

  #download(path: string, file: string): void {
    this.model.act((api) => download(api, path, file), this.language.texts.people.downloaded(file));
  }
}
