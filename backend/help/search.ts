import type { Block } from './help-text.ts';
import { plainText } from './linked-text.ts';
import { fold, matchOf, type Query, wordsOf } from './query.ts';
import type { Topic, Topics } from './topic.ts';
import { type TopicCode, topicGroups, topicKeywords } from './topics.ts';

export interface SearchResult {
  /** The best first. */
  readonly codes: readonly TopicCode[];
  /** Whether every word was found. If none of the topics has all of them, those with the most are returned. */
  readonly isComplete: boolean;
}

/** A part of a text, and whether it answers the query. */
export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

const weights = { title: 6, keywords: 4, signs: 2, rest: 1 } as const;
/** For a topic whose keywords contain the whole query, or one of whose phrases is quoted in it, such as a message of ANAF. */
const phraseScore = 20;
const maxResults = 8;
/** Topics with less than this part of the best score only mention the words. */
const leastShare = 0.3;

/** Finds topics by words, in any order and without regard to case, diacritics and endings. */
export function searchTopics(topics: Topics, query: Query): SearchResult {
  const scored = Object.values(topicGroups)
    .flat()
    .map((code) => ({ code, ...scoreOf(topics[code], query) }));
  const mostWords = Math.max(0, ...scored.map(({ words }) => words));
  if (mostWords === 0) return { codes: [], isComplete: false };
  const best = scored.filter(({ words }) => words === mostWords).sort((a, b) => b.score - a.score);
  const least = Math.max(...best.map(({ score }) => score)) * leastShare;
  const codes = best.filter(({ score }) => score >= least).map(({ code }) => code);
  return { codes: codes.slice(0, maxResults), isComplete: mostWords === query.terms.length };
}

/** Divides a text into words that answer the query and everything between them. */
export function segmentsOf(text: string, { terms }: Query): Segment[] {
  const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u).filter((part) => part !== '');
  const segments: Segment[] = [];
  for (const part of parts) {
    const isMatch = wordsOf(part).some((word) => terms.some((term) => matchOf(term, word) > 0));
    const last = segments.at(-1);
    if (last && last.isMatch === isMatch && !isMatch)
      segments[segments.length - 1] = { text: last.text + part, isMatch };
    else segments.push({ text: part, isMatch });
  }
  return segments;
}

function scoreOf(topic: Topic, query: Query): { readonly score: number; readonly words: number } {
  const fields = Object.entries(textsOf(topic)).map(([name, texts]) => ({
    // The entries have the names of the weights.
    weight: weights[name as keyof typeof weights],
    words: texts.flatMap((text) => wordsOf(plainText(text))),
  }));
  const scores = query.terms.map((term) =>
    sum(fields.map(({ weight, words }) => weight * Math.max(0, ...words.map((word) => matchOf(term, word))))),
  );
  const bonus = hasPhrase(topic.code, query) ? phraseScore : 0;
  return { score: sum(scores) + bonus, words: scores.filter((score) => score > 0).length };
}

function hasPhrase(code: TopicCode, { text, terms }: Query): boolean {
  if (terms.length < 2) return false;
  const asked = fold(text);
  return topicKeywords[code].some(
    (line) => line.includes(asked) || line.split(', ').some((phrase) => phrase.includes(' ') && asked.includes(phrase)),
  );
}

function textsOf(topic: Topic): Readonly<Record<keyof typeof weights, readonly string[]>> {
  const keywords = topicKeywords[topic.code];
  if (topic.kind === 'guide') return { title: [topic.title], keywords, signs: [], rest: topic.blocks.flatMap(textsIn) };
  const { title, signs, reason, steps } = topic;
  return { title: [title], keywords, signs, rest: [reason, ...steps] };
}

function textsIn(block: Block): readonly string[] {
  if (typeof block === 'string') return [block];
  if ('steps' in block) return block.steps;
  if ('items' in block) return block.items;
  if ('terms' in block) return block.terms.flat();
  return Object.entries(block.issuers).flat();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
