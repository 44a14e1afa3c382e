import type { Link } from '../contract/link.ts';
import { problemKind } from '../core/view-model.ts';
import { date, time } from '../locales/format.ts';
import type { DeskCall, TroubleCode } from './desk.ts';
import type { DeskView } from './desk-view.ts';

/** By whom a link is recognized: its recipient, or when it was created. */
export function nameOf({ email, createdAt }: Link, { words, answer }: DeskView): string {
  const { createdToday, createdOn } = words.links;
  return email ?? (isToday(createdAt, answer) ? createdToday(time(createdAt)) : createdOn(date(createdAt)));
}

/** The state in words with its time: `În curs, 09:14`; on another day with the day: `Fără drepturi, 23.11`. */
export function stateOf(link: Link, { words, answer }: DeskView): string {
  const sentAt = link.state === 'new' ? link.sentAt : undefined;
  const at = sentAt ?? link.changedAt;
  const when = isToday(at, answer) ? time(at) : date(at).slice(0, 5);
  return `${sentAt !== undefined ? words.links.sent : words.links.states[link.state]}, ${when}`;
}

function isToday(at: number, answer: DeskView['answer']): boolean {
  return answer !== undefined && date(at) === date(answer.now);
}

/** Why the links could not be read; empty when they could. */
export function unreadText({ problem, words, view }: DeskView): string {
  if (!problem) return '';
  const kind = problemKind(problem);
  return kind === 'unreachable' ? words.links.unread : view.words.problem[kind].text;
}

/** Why something did not work, and what to do. */
export function troubleText(code: TroubleCode, { action }: Pick<DeskCall, 'action'>, deskView: DeskView): string {
  const { words, view } = deskView;
  const { troubles } = words.links;
  switch (code) {
    case 'link-limit-reached':
    case 'recipient-refused':
    case 'invalid-address':
      return troubles[code];
    case 'link-ended':
    case 'link-unknown':
      return troubles['link-ended'];
    case 'rate-limited':
      return action === 'send' ? troubles['rate-limited'] : view.words.problem['too-many'].text;
    case 'unreachable':
    case 'internal-error':
      return troubles.unreachable;
    default:
      return view.words.problem[problemKind({ code })].text;
  }
}
