import type { TopicCode } from '../../../help/topics.ts';
import { html } from '../../../markup/html.ts';
import type { HelpContext } from './help-context.ts';
import { helpDocument } from './help-document.ts';
import type { FeedbackTrouble } from './help-words.ts';

/** An answer to "Did this help?" as it can be sent again. */
export interface Answer {
  readonly topic: TopicCode;
  readonly isHelpful: boolean;
}

/** The page for an answer that was not counted: why, and how to send it again. Without `answer` it was not a valid one. */
export function feedbackPage(context: HelpContext, trouble: FeedbackTrouble, answer: Answer | undefined): string {
  const { words, url } = context;
  const { failed, reasons, back } = words.feedback;
  const canRepeat = trouble === 'too-many' || trouble === 'not-stored';
  return helpDocument(context, {
    title: failed,
    isListed: false,
    body: html`<div class="trouble">
        <h1>${failed}</h1>
        <p>${reasons[trouble]}</p>
        ${answer && canRepeat ? repeatForm(context, answer) : undefined}
        <p><a href="${url}${answer && `#${answer.topic}`}">${answer ? back : words.search.all}</a></p>
      </div>`,
  });
}

function repeatForm({ url, words }: HelpContext, { topic, isHelpful }: Answer) {
  return html`<form method="post" action="${url}/feedback">
          <input type="hidden" name="topic" value="${topic}" />
          <button class="button" name="helpful" value="${isHelpful ? 'yes' : 'no'}">${words.feedback.again}</button>
        </form>`;
}
