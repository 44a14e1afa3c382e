import type { Query } from '../../../help/query.ts';
import { searchTopics } from '../../../help/search.ts';
import { type GroupCode, type TopicCode, topicGroups } from '../../../help/topics.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { HelpContext, HelpVisit } from './help-context.ts';
import { helpDocument } from './help-document.ts';
import { topicSection } from './topic-section.ts';

// The keys are written in the order of the page.
const groups = Object.keys(topicGroups) as GroupCode[];

/** The help in one language: everything, or what answers a query. Needs no JavaScript. */
export function helpPage(context: HelpContext, visit: HelpVisit): string {
  const { query } = visit;
  return helpDocument(context, {
    title: query ? `${query.text} · ${context.words.title}` : context.words.title,
    isListed: !query && !visit.answered,
    body: html`<h1>${context.words.title}</h1>
      <p class="intro">${context.words.intro(context.page.application.name)}</p>
      ${searchForm(context, query)}
      ${query ? foundTopics(context, query) : everything(context, visit)}
      ${notFound(context)}`,
  });
}

function searchForm({ words, url }: HelpContext, query: Query | undefined): Html {
  const { label, hint, submit } = words.search;
  return html`<form class="search" role="search" method="get" action="${url}">
        <label for="q">${label}</label>
        <div class="field">
          <input id="q" name="q" type="search" maxlength="100" value="${query?.text}" aria-describedby="hint" />
          <button>${submit}</button>
        </div>
        <p class="hint" id="hint">${hint}</p>
      </form>`;
}

function everything(context: HelpContext, visit: HelpVisit): Html {
  const { words, topics } = context;
  return html`<div class="columns">
        ${contents(context)}
        <div class="topics">${groups.map(
          (group) => html`<h2>${words.groups[group]}</h2>
          ${topicGroups[group].map((code) => topicSection(context, topics[code], visit))}`,
        )}</div>
      </div>`;
}

function contents({ words, topics }: HelpContext): Html {
  return html`<nav id="contents" aria-label="${words.contents}">${groups.map(
    (group) => html`<p>${words.groups[group]}</p>
          <ul>${topicGroups[group].map((code) => html`<li><a href="#${code}">${topics[code].title}</a></li>`)}</ul>`,
  )}</nav>`;
}

function foundTopics(context: HelpContext, query: Query): Html {
  const { words, topics, url } = context;
  const { codes, isComplete } = searchTopics(topics, query);
  if (codes.length === 0) return nothingFound(context, query);
  const heading = isComplete ? words.search.found(codes.length, query.text) : words.search.closest(query.text);
  return html`<div class="topics found">
        <nav id="contents" aria-label="${words.contents}">
          <h2>${heading}</h2>
          <ul>${codes.map((code) => html`<li><a href="#${code}">${topics[code].title}</a></li>`)}</ul>
          <p><a href="${url}">${words.search.all}</a></p>
        </nav>
        ${codes.map((code: TopicCode) => topicSection(context, topics[code], { query }))}
      </div>`;
}

function nothingFound({ words, url }: HelpContext, query: Query): Html {
  const { nothing, tryWord, examples, tryMessage, all } = words.search;
  return html`<div class="nothing">
        <h2>${nothing(query.text)}</h2>
        <p>${tryWord}</p>
        <ul class="examples">${examples.map(
          (word) => html`<li><a href="${url}?q=${encodeURIComponent(word)}">${word}</a></li>`,
        )}</ul>
        <p>${tryMessage}</p>
        <p><a href="${url}">${all}</a></p>
      </div>`;
}

function notFound({ words, page: { application } }: HelpContext): Html {
  const { supportEmail, name } = application;
  return html`<aside class="support">
        <h2>${words.notFound.title}</h2>
        <p>${words.notFound.text(name)} ${words.neverPin}</p>
        ${supportEmail && html`<p>${words.writeTo} <a href="mailto:${supportEmail}">${supportEmail}</a></p>`}
      </aside>`;
}
