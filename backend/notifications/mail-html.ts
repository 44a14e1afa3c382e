import type { Application, WrittenLanguage } from 'spv-authorize/contract';
import { Html, html } from '../markup/html.ts';
import type { MailContent, MailLine } from './mail-content.ts';
import { light, mailStyle } from './mail-style.ts';

/** Everything that a mail shows. */
export interface ShownMail {
  readonly language: WrittenLanguage;
  readonly application: Application;
  readonly company: string;
  readonly content: MailContent;
  /** Where the button leads. */
  readonly url: string;
  readonly footer: MailFooter;
}

interface MailFooter {
  /** Why the person gets this mail. */
  readonly reason: string;
  readonly address: string;
  readonly support: string;
  /** The section of the help about this kind of mail. */
  readonly help?: { readonly label: string; readonly url: string };
  readonly unsubscribe?: { readonly label: string; readonly url: string };
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const paragraph = `margin:0 0 12px;${font};font-size:16px;line-height:24px;color:${light.text}`;
const small = `margin:0 0 8px;${font};font-size:14px;line-height:20px;color:${light.quiet}`;
const table = new Html('role="presentation" cellpadding="0" cellspacing="0" border="0"');

/**
 * The mail as HTML: tables and inline styles, which every mail program understands, no picture and no script. At most 600
 * pixels wide.
 */
export function mailHtml(mail: ShownMail): string {
  const { language, application, content } = mail;
  return String(html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <title>${content.subject}</title>
    <style>${new Html(mailStyle)}</style>
  </head>
  <body class="ground" style="margin:0;padding:0;background:${light.ground};-webkit-text-size-adjust:100%">
    <table ${table} class="ground" width="100%" style="background:${light.ground}"><tr><td align="center" style="padding:16px 8px">
      <table ${table} class="sheet" width="100%" style="max-width:600px;background:${light.sheet};border:1px solid ${light.border};border-radius:12px"><tr><td class="sheet-cell" style="padding:28px 32px 20px;overflow-wrap:anywhere">
        <p class="quiet" style="${small};margin-bottom:20px"><strong>${application.name}</strong></p>
        ${lineMark(mail.company, content.line)}
        <h1 class="text" style="margin:0 0 12px;${font};font-size:21px;line-height:28px;font-weight:600;color:${light.text}">${content.heading}</h1>
        ${content.paragraphs.map((text) => html`<p class="text" style="${paragraph}">${text}</p>`)}
        ${quote(content)}
        ${facts(content)}
        ${button(content.button, mail.url)}
        ${content.notes.map((note) => html`<p class="quiet" style="${small}">${note}</p>`)}
        ${footer(mail)}
      </td></tr></table>
    </td></tr></table>
  </body>
</html>
`);
}

const colors = { none: light.quiet, active: light.good, broken: light.bad } as const;
const classes = { none: 'none', active: 'good', broken: 'bad' } as const;

/** The line between the company and ANAF. It repeats the heading, so it is hidden from assistive technology. */
function lineMark(company: string, line: MailLine): Html {
  const [color, name] = [colors[line], classes[line]];
  const label = `${font};font-size:14px;line-height:20px;color:${light.quiet}`;
  const isActive = line === 'active';
  const end = html`<td width="18" style="padding:0 2px"><div class="${name}${isActive ? ' good-fill' : ''}" style="width:10px;height:10px;border:2px solid ${color};border-radius:7px;${isActive ? `background:${color}` : ''};font-size:0;line-height:0">&nbsp;</div></td>`;
  const stroke = (width: number) =>
    html`<td width="${width}"><div class="${name}" style="border-top:2px ${line === 'none' ? 'dotted' : 'solid'} ${color};font-size:0;line-height:0">&nbsp;</div></td>`;
  const middle =
    line === 'broken'
      ? html`${stroke(24)}<td width="20" align="center" class="bad" style="${font};font-size:16px;line-height:20px;font-weight:700;color:${color}">&#10005;</td>${stroke(24)}`
      : stroke(68);
  return html`<table ${table} aria-hidden="true" style="margin:0 0 16px"><tr>
          <td class="quiet" style="${label};padding-right:8px">${company}</td>
          ${end}${middle}${end}
          <td class="quiet" style="${label};padding-left:8px;white-space:nowrap">ANAF</td>
        </tr></table>`;
}

function quote({ quote: given }: MailContent): Html | undefined {
  if (!given) return undefined;
  return html`<p class="quiet" style="${small};margin-top:16px">${given.title}</p>
        <table ${table} width="100%" style="margin:0 0 16px"><tr><td class="rule" style="border-left:3px solid ${light.border};padding:2px 0 2px 14px">
          ${given.lines.map((text) => html`<p class="text" style="${paragraph};margin-bottom:4px">${text}</p>`)}
        </td></tr></table>`;
}

function facts({ facts: given }: MailContent): Html | undefined {
  if (!given) return undefined;
  const rows = given.map(
    ([label, value]) => html`<tr>
            <th scope="row" align="left" valign="top" class="quiet rule" style="${small};font-weight:400;padding:8px 12px 8px 0;border-top:1px solid ${light.border}">${label}</th>
            <td valign="top" class="text rule" style="${small};color:${light.text};padding:8px 0;border-top:1px solid ${light.border}">${value}</td>
          </tr>`,
  );
  return html`<table cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:8px 0 16px">${rows}</table>`;
}

function button(label: string, url: string): Html {
  return html`<table ${table} width="100%" style="margin:20px 0 16px"><tr><td class="button" align="center" bgcolor="${light.accent}" style="background:${light.accent};border-radius:8px">
          <a href="${url}" style="display:block;padding:13px 16px;${font};font-size:16px;line-height:22px;font-weight:600;color:${light.onAccent};text-decoration:none">${label}</a>
        </td></tr></table>`;
}

function footer({ application: { supportEmail }, footer: shown, url }: ShownMail): Html {
  const { reason, address, support, help, unsubscribe } = shown;
  return html`<table ${table} width="100%" style="margin:16px 0 0"><tr><td class="rule" style="border-top:1px solid ${light.border};padding-top:12px">
          <p class="quiet" style="${small}">${address}<br /><a href="${url}" style="word-break:break-all">${url}</a></p>
          <p class="quiet" style="${small}">${reason}
            ${unsubscribe && html`<a href="${unsubscribe.url}">${unsubscribe.label}</a>`}</p>
          ${supportEmail ? html`<p class="quiet" style="${small}">${support}: <a href="mailto:${supportEmail}">${supportEmail}</a></p>` : undefined}
          ${help && html`<p class="quiet" style="${small}"><a href="${help.url}">${help.label}</a></p>`}
        </td></tr></table>`;
}
