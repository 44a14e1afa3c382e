import type { AtAnafScreen, FailureScreen, LinksScreen, Screen } from '../core/screen.ts';
import type { Dictionary } from '../locales/dictionary.ts';
import { causeValues } from './cause-values.ts';

/** What a screen reader says when a screen appears. Either text may be empty. */
export interface Announcement {
  /** Left out by the caller when focus has moved to the heading, because a screen reader has then read it. */
  readonly heading: string;
  /** What matters besides the heading. */
  readonly more: string;
}

/** Returns the texts to announce for a screen. Those of the links are loaded on demand. */
export function announcement(screen: Exclude<Screen, LinksScreen>, words: Dictionary): Announcement {
  switch (screen.name) {
    case 'loading':
    case 'starting':
      // These screens last a moment; the next one is announced.
      return { heading: '', more: '' };
    case 'problem':
      return { heading: words.problem[screen.kind].title, more: words.problem[screen.kind].text };
    case 'none':
    case 'choose':
    case 'guide':
    case 'checklist':
      return { heading: words[screen.name].title, more: '' };
    case 'disconnect':
      return { heading: words.disconnect.title, more: screen.sent ? words.disconnect.sending : '' };
    case 'at-anaf':
      return { heading: atAnafTitle(screen, words), more: waitingDetails(screen, words) };
    case 'verifying':
      return { heading: words.verifying.title, more: screen.silent ? words.common.silent : '' };
    case 'success':
      return { heading: words.success.title, more: words.success.text(screen.subject.company) };
    case 'failure':
      return { heading: words.failures[screen.code](causeValues(screen)).title, more: firstCauseTitle(screen, words) };
    case 'status':
      if (screen.verifying) return { heading: '', more: words.status.verifying };
      return { heading: words.status.title, more: statusDetails(screen, words) };
    default:
      return screen satisfies never;
  }
}

/** The heading while the person is at ANAF, which depends on where ANAF's page is. */
export function atAnafTitle({ place }: AtAnafScreen, { atAnaf }: Dictionary): string {
  return atAnaf.titles[place];
}

function waitingDetails({ place, asking, silent }: AtAnafScreen, { atAnaf, common }: Dictionary): string {
  const question = place === 'tab' ? atAnaf.questionOfTab : atAnaf.question;
  return [...(silent ? [common.silent] : []), ...(asking ? [question] : [])].join(' ');
}

function statusDetails(screen: Extract<Screen, { name: 'status' }>, { status, problem }: Dictionary): string {
  const trouble = screen.problem ? `. ${problem[screen.problem].text}` : '';
  return `${status.words[screen.status]}${trouble}`;
}

function firstCauseTitle(screen: FailureScreen, words: Dictionary): string {
  const { likelihood, cause } = screen.first;
  return `${words.failure.likelihoods[likelihood]}: ${words.causes[cause](causeValues(screen)).title}`;
}
