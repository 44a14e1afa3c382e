import { issuers } from 'spv-authorize/catalogue';
import type { Block } from '../../../help/help-text.ts';
import type { Topic } from '../../../help/topic.ts';
import { issuerHelps } from '../../../help/topics.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { HelpContext, HelpVisit } from './help-context.ts';
import { retryAdvice } from './help-words.ts';
import { LinkedHtml } from './linked-html.ts';

type CauseTopic = Extract<Topic, { kind: 'cause' }>;

/** One topic with its anchor and the question whether it helped. */
export function topicSection(context: HelpContext, topic: Topic, visit: HelpVisit): Html {
  const text = new LinkedHtml(context.url, visit.query);
  return html`<section class="topic" id="${topic.code}">
        <h3><a href="${context.url}#${topic.code}">${text.marked(topic.title)}</a></h3>
        ${topic.kind === 'cause' ? causeBody(context, topic, text) : topic.blocks.map((block) => blockHtml(block, text))}
        <div class="foot">
          ${feedback(context, topic, visit)}
          <a class="top" href="#contents">${context.words.backToContents}</a>
        </div>
      </section>`;
}

function causeBody({ words, page }: HelpContext, topic: CauseTopic, text: LinkedHtml): Html {
  const { signs, reason, steps, facts, code } = topic;
  const fixer = words.fixers[facts.fixer](page.application.name);
  return html`<h4>${words.signs}</h4>
        ${list('ul', signs, text)}
        <h4>${words.reason}</h4>
        <p>${text.linked(reason)}</p>
        <h4>${words.steps}</h4>
        ${list('ol', steps, text)}
        <dl class="facts">
          <div><dt>${words.whoFixes}</dt><dd>${fixer}${issuerHelps.has(code) ? words.withIssuer : undefined}</dd></div>
          <div><dt>${words.retry}</dt><dd>${words.retryAdvice[retryAdvice(facts)]}</dd></div>
        </dl>`;
}

function blockHtml(block: Block, text: LinkedHtml): Html {
  if (typeof block === 'string') return html`<p>${text.linked(block)}</p>`;
  if ('steps' in block) return list('ol', block.steps, text);
  if ('items' in block) return list('ul', block.items, text);
  if ('terms' in block) return terms(block.terms, text);
  return issuerList(block.issuers, text);
}

function list(element: 'ol' | 'ul', texts: readonly string[], text: LinkedHtml): Html {
  const items = texts.map((item) => html`<li>${text.linked(item)}</li>`);
  return element === 'ol' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

function terms(pairs: readonly (readonly [term: string, text: string])[], text: LinkedHtml): Html {
  return html`<dl class="terms">${pairs.map(
    ([term, explanation]) => html`<dt>${text.marked(term)}</dt><dd>${text.linked(explanation)}</dd>`,
  )}</dl>`;
}

function issuerList(remarks: Readonly<Record<string, string>>, text: LinkedHtml): Html {
  return html`<dl class="terms">${issuers.map(({ name, siteUrl }) => {
    const remark = remarks[name];
    const site = new URL(siteUrl).hostname.replace(/^www\./, '');
    return html`<dt>${text.marked(name)}</dt>
          <dd><a href="${siteUrl}">${site}</a>${remark && html`<br />${text.linked(remark)}`}</dd>`;
  })}</dl>`;
}

function feedback({ words, url }: HelpContext, { code }: Topic, { answered }: HelpVisit): Html {
  const { question, yes, no, thanks, thanksForNo } = words.feedback;
  if (answered?.topic === code) {
    return html`<p class="thanks" role="status">${answered.isHelpful ? thanks : thanksForNo}</p>`;
  }
  return html`<form class="feedback" method="post" action="${url}/feedback">
            <input type="hidden" name="topic" value="${code}" />
            <fieldset>
              <legend>${question}</legend>
              <button name="helpful" value="yes">${yes}</button>
              <button name="helpful" value="no">${no}</button>
            </fieldset>
          </form>`;
}
