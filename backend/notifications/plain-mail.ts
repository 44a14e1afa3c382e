import type { ShownMail } from './mail-html.ts';

/** The same mail as plain text. */
export function plainMail({ application, content, url, footer }: ShownMail): string {
  const { heading, paragraphs, quote, facts, button, notes } = content;
  const { reason, support, help, unsubscribe } = footer;
  const parts = [
    heading,
    ...paragraphs,
    ...(quote ? [quote.title, quote.lines.map((line) => `> ${line}`).join('\n')] : []),
    ...(facts ? [facts.map(([label, value]) => `${label}: ${value}`).join('\n')] : []),
    `${button}:\n${url}`,
    ...notes,
    [
      // The line by which mail programs recognize the end of a message.
      '-- ',
      application.name,
      reason,
      ...(unsubscribe ? [`${unsubscribe.label}: ${unsubscribe.url}`] : []),
      ...(application.supportEmail ? [`${support}: ${application.supportEmail}`] : []),
      ...(help ? [`${help.label}: ${help.url}`] : []),
    ].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
