import { html, type TemplateResult } from 'lit';

/** The heading that takes the focus when its section is opened, what it is about, and what may be done to all of it. */
export function sectionHead(title: string, intro: string, actions?: TemplateResult): TemplateResult {
  return html`<div class="head">
    <div>
      <h1 tabindex="-1">${title}</h1>
      <p class="intro">${intro}</p>
    </div>
    ${actions ?? ''}
  </div>`;
}
