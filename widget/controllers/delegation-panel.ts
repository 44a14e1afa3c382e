import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { SpvAdapter } from '../contract/adapter.ts';
import type { Link, LinksAnswer } from '../contract/link.ts';
import type { LinksScreen } from '../core/screen.ts';
import type { FocusTarget } from '../core/screen-focus.ts';
import type { Problem, StateName } from '../core/state.ts';
import type { DeskView } from '../delegation/desk-view.ts';
import type { DeskHost, LinkDesk } from '../delegation/link-desk.ts';
import type { Announcement } from '../views/announcement.ts';
import { kit } from '../views/kit.ts';
import { lateAnnouncement, lateView } from '../views/late-view.ts';
import type { View } from '../views/view.ts';
import type { AuthorizationController } from './authorization-controller.ts';
import { problemOf } from './backend-calls.ts';
import { LatePart } from './late-part.ts';
import type { Localize } from './localize.ts';
import type { ScreenEntry } from './screen-entry.ts';

type DelegationPart = typeof import('../delegation/delegation.ts');

/** The element around the panel. */
interface PanelElement extends ReactiveControllerHost {
  readonly port: SpvAdapter | undefined;
  readonly shadowRoot: ShadowRoot | null;
  /** The address that was copied is not the one on the screen any more. */
  forgetCopied(): void;
}

interface PanelParts {
  readonly controller: AuthorizationController;
  readonly localize: Localize;
  readonly entry: ScreenEntry;
}

/** The screen of the links. Loads the folder `delegation/` when it may be needed soon, and shows that it is loading until then. */
export class DelegationPanel implements DeskHost {
  readonly #element: PanelElement;
  readonly #parts: PanelParts;
  readonly #late = new LatePart(
    () => import('../delegation/delegation.ts'),
    () => this.#handleLoaded(),
  );
  #desk: LinkDesk | undefined;

  constructor(element: PanelElement, parts: PanelParts) {
    this.#element = element;
    this.#parts = parts;
  }

  /** Call when another screen appears. The question who has the certificate comes first, so it loads the rest already. */
  prepare(screen: StateName): void {
    if (['choose', 'guide', 'links'].includes(screen)) void this.#late.load();
  }

  /** Forgets everything that belongs to the company of the previous adapter. */
  reset(): void {
    this.#desk?.stop();
    this.#desk = undefined;
  }

  view(screen: LinksScreen, view: View): TemplateResult {
    const { part, hasFailed } = this.#late;
    if (!part) return lateView(hasFailed, () => this.#retry(), view);
    return part.linksView(this.#deskView(part, screen, view));
  }

  announcement(screen: LinksScreen, view: View): Announcement {
    const { part, hasFailed } = this.#late;
    if (!part) return lateAnnouncement(hasFailed, view);
    return part.linksAnnouncement(this.#deskView(part, screen, view));
  }

  get port(): SpvAdapter | undefined {
    return this.#element.port;
  }

  get links(): LinksAnswer | undefined {
    return this.#parts.controller.links.answer;
  }

  get language(): string {
    return this.#parts.localize.language;
  }

  putLink(link: Link, now: number): void {
    this.#parts.controller.putLink(link, now);
  }

  readLinks(): void {
    this.#parts.controller.readLinks();
  }

  problemOf(error: unknown): Problem {
    return problemOf(error);
  }

  handleDesk(focus?: FocusTarget): void {
    if (this.#desk?.desk.running) this.#element.forgetCopied();
    if (focus) this.#parts.entry.want(focus);
    this.#element.requestUpdate();
  }

  #deskView(part: DelegationPart, screen: LinksScreen, view: View): DeskView {
    this.#desk ??= new part.LinkDesk(this);
    const desk = this.#desk;
    const { answer, problem } = this.#parts.controller.links;
    const words = this.#parts.localize.choose(part.words);
    return { kit, view, words, screen, desk: desk.desk, answer, problem, send: (input) => desk.send(input) };
  }

  #retry(): void {
    void this.#late.load();
    this.#element.requestUpdate();
  }

  #handleLoaded(): void {
    const root = this.#element.shadowRoot;
    const sheet = this.#late.part?.styles(kit).styleSheet;
    if (root && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#element.requestUpdate();
  }
}
