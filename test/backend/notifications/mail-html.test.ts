import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailHtml } from 'spv-authorize-backend/internal/notifications/mail-html.ts';
import { plainMail } from 'spv-authorize-backend/internal/notifications/plain-mail.ts';
import { exampleMail, mailKinds } from '../support/mail-examples.ts';

describe('the mails', () => {
  for (const kind of mailKinds) {
    it(`the mail "${kind}" says the same as text and as HTML, in both languages`, () => {
      for (const language of ['ro', 'en'] as const) {
        const mail = exampleMail(kind, language);
        const { content, url } = mail;
        const visible = textOf(mailHtml(mail));
        const text = plainMail(mail).replace(/\s+/g, ' ');

        const sentences = [content.heading, ...content.paragraphs, ...(content.quote?.lines ?? []), ...content.notes];
        for (const sentence of [...sentences, content.button, url, mail.footer.reason]) {
          assert.ok(visible.includes(sentence), `HTML: ${sentence}`);
          assert.ok(text.includes(sentence), `text: ${sentence}`);
        }
        assert.match(mailHtml(mail), new RegExp(`href="https://spv.facturaapp.ro/help/${language}#validity"`));
        assert.match(text, new RegExp(`https://spv.facturaapp.ro/help/${language}#validity`));
        assert.ok(content.subject.length <= 100);
      }
    });
  }

  it('the mails never call the authorization a token, and write ș and ț with a comma', () => {
    for (const kind of mailKinds) {
      assert.doesNotMatch(plainMail(exampleMail(kind, 'ro')), /token|[şţŞŢ]/i);
      assert.doesNotMatch(plainMail(exampleMail(kind, 'en')), /token/i);
    }
  });
});

/** The text of a mail without its markup. */
function textOf(markup: string): string {
  return markup
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
