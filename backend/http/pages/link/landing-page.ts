import { type Html, html } from '../../../markup/html.ts';
import { type PageContext, renderPage, servicesText } from '../page.ts';
import { shownInstant } from '../shown-instant.ts';
import { shownName } from '../shown-name.ts';
import { type Invitation, linkTextOf, linkValuesOf } from './link-context.ts';
import type { LinkText, LinkValues } from './link-text.ts';
import { addressField, facts, marked, named } from './parts.ts';
import { qrCode } from './qr-code.ts';

/** Where the landing page is, and where it leads. */
export interface LandingPlace {
  /** The address that the recipient opened. */
  readonly address: string;
  /** Host of ANAF's login. */
  readonly loginHost: string;
  /** On a phone or tablet the page leads to a computer first, because the certificate is there. */
  readonly isPhone: boolean;
}

/**
 * The page that an accountant opens from a link: who asks, for which company, what the permission is used for and how to
 * end it. Its form makes the opening.
 */
export function landingPage(context: PageContext, invitation: Invitation, place: LandingPlace): string {
  const text = linkTextOf(context);
  const values = linkValuesOf(context, invitation, place.loginHost);
  const parts = { text, values, address: place.address };
  return renderPage(context, {
    title: text.landing.title(values),
    line: 'none',
    company: { name: values.company },
    preview: previewOf(context),
    otherLanguage: `?lang=${context.locale === 'ro' ? 'en' : 'ro'}`,
    body: html`${factsOf(context, invitation, values)}
      ${place.isPhone ? phoneSteps(context, parts) : undefined}
      ${marked('does', text.landing.does(values))}
      ${marked('does-not', text.landing.doesNot(values))}
      ${place.isPhone ? undefined : steps(parts)}
      <p class="after"><a href="${place.address}/decline">${text.landing.decline}</a></p>
      <p class="quiet">${text.landing.doubt(values)}</p>
      ${needs(parts)}
      ${place.isPhone ? phoneAnyway(parts) : elsewhere(parts)}
      <p class="quiet small">${text.landing.validUntil(shownInstant(context.locale, invitation.expiresAt))}</p>`,
  });
}

/** What a messenger or a mail program shows of a link. The same for every link, so that it says nothing about a company. */
export function previewOf(context: PageContext) {
  const { preview } = linkTextOf(context);
  return {
    title: preview.title(servicesText(context)),
    description: preview.description(context.application.name),
  };
}

interface Parts {
  readonly text: LinkText;
  readonly values: LinkValues;
  readonly address: string;
}

function factsOf(context: PageContext, { account }: Invitation, values: LinkValues): Html {
  const { landing } = linkTextOf(context);
  const { application, requester, company, taxId } = values;
  const from = account === undefined ? undefined : landing.account(shownName(account), application);
  return facts([
    [landing.requester, named(requester ?? application, from)],
    [landing.company, named(company, context.text.taxId(taxId))],
  ]);
}

function steps({ text, values }: Parts): Html {
  const { landing } = text;
  return html`<form method="post"><button class="button">${landing.submit}</button></form>
      <p class="quiet small">${landing.leaving(values)} ${landing.stranded}</p>`;
}

function phoneSteps({ application }: PageContext, { text, address }: Parts): Html {
  const { phone, landing } = text;
  const subject = encodeURIComponent(phone.mailSubject(application.name));
  return html`<section class="box">
        <h2>${phone.title}</h2>
        <p>${phone.text}</p>
        <a class="button" href="mailto:?subject=${subject}&amp;body=${encodeURIComponent(address)}">${phone.mail}</a>
        ${addressField(landing.address, address)}
        ${qrCode(address, phone.qr)}
      </section>`;
}

function phoneAnyway({ text: { phone, landing } }: Parts): Html {
  return html`<details>
        <summary>${phone.anyway.title}</summary>
        <p>${phone.anyway.text} ${landing.stranded}</p>
        <form method="post"><button class="secondary">${landing.submit}</button></form>
      </details>`;
}

function needs({ text: { landing }, values }: Parts): Html {
  const { title, items } = landing.needs;
  return html`<details><summary>${title}</summary><ul>${items(values).map((item) => html`<li>${item}</li>`)}</ul></details>`;
}

function elsewhere({ text: { landing, phone }, address }: Parts): Html {
  const { title, text, qr } = landing.elsewhere;
  return html`<details>
        <summary>${title}</summary>
        <p>${text}</p>
        ${addressField(landing.address, address)}
        ${qrCode(address, phone.qr)}
        <p class="quiet small">${qr}</p>
      </details>`;
}
