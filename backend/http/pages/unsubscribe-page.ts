import type { CatalogueLocale } from 'spv-authorize/catalogue';
import { html } from '../../markup/html.ts';
import { type PageContext, renderPage } from './page.ts';

interface UnsubscribeText {
  readonly ask: { readonly title: string; readonly text: (application: string) => string; readonly submit: string };
  readonly done: { readonly title: string; readonly text: (application: string) => string };
}

const texts: Readonly<Record<CatalogueLocale, UnsubscribeText>> = {
  ro: {
    ask: {
      title: 'Nu mai vrei astfel de e-mailuri?',
      text: (application) =>
        `Nimeni nu îți va mai putea trimite prin ${application} cereri de autorizare la această adresă de e-mail. Linkurile primite deja rămân valabile.`,
      submit: 'Nu-mi mai scrieți',
    },
    done: {
      title: 'Nu îți mai scriem',
      text: (application) =>
        `Nimeni nu îți mai poate trimite prin ${application} cereri de autorizare la această adresă. Poți închide pagina.`,
    },
  },
  en: {
    ask: {
      title: 'No more requests like this?',
      text: (application) =>
        `Nobody will be able to send you requests for authorization at this e-mail address through ${application} any more. Links that you already have stay valid.`,
      submit: 'Do not write to me again',
    },
    done: {
      title: 'We do not write to you again',
      text: (application) =>
        `Nobody can send you requests for authorization at this address through ${application} any more. You may close this page.`,
    },
  },
};

/** Asks for one confirmation: programs that scan mails open the address as well. */
export function unsubscribePage(context: PageContext): string {
  const { title, text, submit } = texts[context.locale].ask;
  return renderPage(context, {
    title,
    line: 'none',
    body: html`<p>${text(context.application.name)}</p>
      <form method="post"><button class="button">${submit}</button></form>`,
  });
}

/** The person gets no invitations any more. */
export function unsubscribedPage(context: PageContext): string {
  const { title, text } = texts[context.locale].done;
  return renderPage(context, { title, line: 'none', body: html`<p>${text(context.application.name)}</p>` });
}
