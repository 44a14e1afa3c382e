import { html, type TemplateResult } from 'lit';

/** The head of a section: a heading, which receives the focus when the section opens, an introduction, and optional actions. */
export function sectionHead(title: string, intro: string, actions?: TemplateResult): TemplateResult {
  return html`<div class="head">
    <div>
      <h1 tabindex="-1">${title}</h1>
      <p class="intro">${intro}</p>
    </div>
    ${actions ?? ''}
  </div>`;
}
