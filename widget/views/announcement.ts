import type { Screen } from '../core/screen.ts';
import type { Dictionary } from '../locales/dictionary.ts';

/** Where focus goes when a screen appears. `keep`: it stays, unless what had it is gone. */
export function focusOnEntry(screen: Screen): 'keep' | 'heading' | 'first-row' {
  switch (screen.name) {
    case 'choose':
      return 'first-row';
    case 'guide':
    case 'checklist':
    case 'success':
    case 'failure':
    case 'disconnect':
      return 'heading';
    case 'at-anaf':
      return screen.asking ? 'heading' : 'keep';
    default:
      return 'keep';
  }
}

/**
 * What the live region says when a screen appears. Where focus goes to the heading, a screen reader reads that by itself,
 * and the region says only what follows it.
 */
export function announcement(screen: Screen, words: Dictionary): string {
  switch (screen.name) {
    case 'loading':
    case 'starting':
      // Over in a moment; what follows is said.
      return '';
    case 'problem':
      return words.problem[screen.kind].title;
    case 'none':
      return words.none.title;
    case 'choose':
      return words.choose.title;
    case 'guide':
    case 'checklist':
    case 'disconnect':
      return '';
    case 'at-anaf':
      if (screen.asking) return words.atAnaf.question;
      return screen.place === 'elsewhere' ? words.atAnaf.titleElsewhere : words.atAnaf.title;
    case 'verifying':
      return words.verifying.title;
    case 'success':
      return words.success.text(screen.subject.company);
    case 'failure':
      return firstCauseTitle(screen, words);
    case 'status':
      return `${words.status.title}: ${words.status.words[screen.status]}`;
    default:
      return screen satisfies never;
  }
}

function firstCauseTitle({ first, subject }: Extract<Screen, { name: 'failure' }>, words: Dictionary): string {
  return `${words.failure.likelihoods[first.likelihood]}: ${words.causes[first.cause](subject).title}`;
}
