import type { CSSResult } from 'lit';
import { delegationEn } from '../locales/delegation-en.ts';
import { delegationRo } from '../locales/delegation-ro.ts';
import type { Announcement } from '../views/announcement.ts';
import type { Kit } from '../views/kit.ts';
import type { DeskView } from './desk-view.ts';
import { LinkDesk } from './link-desk.ts';
import { linksStyles } from './links.styles.ts';
import { doneText, linksView } from './links-view.ts';
import { nameOf, stateOf, troubleText, unreadText } from './words-of-link.ts';

/** Everything of this folder, for the element, which loads it on demand. */
export const words = { ro: delegationRo, en: delegationEn };
export { LinkDesk, linksView };

export function styles(kit: Kit): CSSResult {
  return linksStyles(kit);
}

/** What a screen reader says: the outcome of the last action, and the latest change of a link. */
export function linksAnnouncement(deskView: DeskView): Announcement {
  const { desk, words, answer } = deskView;
  const [latest] = (answer?.links ?? []).toSorted((left, right) => right.changedAt - left.changedAt);
  const more = [
    desk.trouble ? troubleText(desk.trouble.code, desk.trouble.call, deskView) : '',
    doneText(deskView),
    unreadText(deskView),
    latest ? `${nameOf(latest, deskView)}: ${stateOf(latest, deskView)}` : '',
  ];
  return { heading: words.links.title, more: more.filter((text) => text !== '').join(' ') };
}
