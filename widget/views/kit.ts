import { css, html, nothing } from 'lit';
import {
  actions,
  back,
  type Content,
  copyLabel,
  copyTrouble,
  disclosure,
  heading,
  keptNotice,
  lead,
  note,
} from './parts.ts';

/**
 * What the part of the element that is loaded on demand uses of Lit and of the views. It is handed over and not imported, because
 * there must be one copy of Lit on a page, and the second file must not import the first one by name: a host may have renamed it, or
 * added a version to its address, and would load it twice.
 */
export interface Kit {
  readonly actions: typeof actions;
  readonly back: typeof back;
  readonly copyLabel: typeof copyLabel;
  readonly copyTrouble: typeof copyTrouble;
  readonly css: typeof css;
  readonly disclosure: typeof disclosure;
  readonly heading: typeof heading;
  readonly html: typeof html;
  readonly keptNotice: typeof keptNotice;
  readonly lead: typeof lead;
  readonly note: typeof note;
  readonly nothing: Content;
}

export const kit: Kit = {
  actions,
  back,
  copyLabel,
  copyTrouble,
  css,
  disclosure,
  heading,
  html,
  keptNotice,
  lead,
  note,
  nothing,
};
