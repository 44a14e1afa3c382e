import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { focusOnEntry, isNewScreen } from 'spv-authorize/internal/core/screen-focus.ts';
import { viewModel } from 'spv-authorize/internal/core/view-model.ts';
import { type StateLabel, states } from './samples.ts';

describe('focusOnEntry', () => {
  const targets: readonly (readonly [StateLabel, ReturnType<typeof focusOnEntry>])[] = [
    ['loading', 'keep'],
    ['problem', 'keep'],
    ['none', 'keep'],
    ['choose', 'first-row'],
    ['guide', 'heading'],
    ['links from choose', 'heading'],
    ['checklist', 'heading'],
    ['starting in a window', 'keep'],
    ['at ANAF', 'keep'],
    ['at ANAF, asked', 'heading'],
    ['verifying', 'keep'],
    ['success', 'heading'],
    ['failure', 'heading'],
    ['status', 'keep'],
    ['disconnect', 'heading'],
  ];
  for (const [label, target] of targets) {
    it(`the screen of the state "${label}" moves focus to: ${target}`, () => {
      assert.equal(focusOnEntry(viewModel(states[label])), target);
    });
  }
});

describe('isNewScreen', () => {
  const pairs: readonly (readonly [StateLabel, StateLabel, boolean])[] = [
    ['none', 'choose', true],
    ['none', 'none, view only', false],
    ['at ANAF', 'at ANAF, asked', true],
    ['at ANAF, asked', 'at ANAF', false],
    ['at ANAF, asked', 'at ANAF, window gone', false],
    ['at ANAF', 'at ANAF again', false],
    ['status', 'at ANAF, asked', true],
  ];
  for (const [before, after, expected] of pairs) {
    it(`"${after}" after "${before}" is ${expected ? 'a new' : 'the same'} screen`, () => {
      assert.equal(isNewScreen(states[before], states[after]), expected);
    });
  }
});
