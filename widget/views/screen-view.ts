import type { TemplateResult } from 'lit';
import type { LinksScreen, Screen } from '../core/screen.ts';
import { atAnafView, startingView, verifyingView } from './at-anaf-view.ts';
import { checklistView } from './checklist-view.ts';
import { chooseView, guideView } from './choose-view.ts';
import { failureView } from './failure-view.ts';
import { noneView } from './none-view.ts';
import { loadingView, problemView } from './problem-view.ts';
import { disconnectView, statusView } from './status-view.ts';
import { successView } from './success-view.ts';
import type { View } from './view.ts';

/** Renders a screen with its view. That of the links is loaded on demand. */
export function screenView(screen: Exclude<Screen, LinksScreen>, view: View): TemplateResult {
  switch (screen.name) {
    case 'loading':
      return loadingView(screen, view);
    case 'problem':
      return problemView(screen, view);
    case 'none':
      return noneView(screen, view);
    case 'choose':
      return chooseView(screen, view);
    case 'guide':
      return guideView(screen, view);
    case 'checklist':
      return checklistView(screen, view);
    case 'starting':
      return startingView(screen, view);
    case 'at-anaf':
      return atAnafView(screen, view);
    case 'verifying':
      return verifyingView(screen, view);
    case 'success':
      return successView(screen, view);
    case 'failure':
      return failureView(screen, view);
    case 'status':
      return statusView(screen, view);
    case 'disconnect':
      return disconnectView(screen, view);
    default:
      return screen satisfies never;
  }
}
