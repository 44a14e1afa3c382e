import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckResult, LevelResult } from 'spv-authorize-conformance';
import type { Level } from 'spv-authorize-conformance/internal/checks/check.ts';
import { exitCodeOf } from 'spv-authorize-conformance/internal/command/exit-code.ts';
import { announcedLevel, judge } from 'spv-authorize-conformance/internal/verdict/verdict.ts';

const all = new Set(['verify', 'disconnect', 'links']);

describe('the verdict about a level', () => {
  it('a level is met when all of its checks are', () => {
    assert.deepEqual(levelOf(judge([result('connect', 'met')], all), 'connect'), {
      level: 'connect',
      number: 1,
      verdict: 'met',
      missing: [],
    });
  });

  it('a check that is not met is named with what the backend did instead', () => {
    const { verdict, missing } = levelOf(
      judge([result('connect', 'met'), result('connect', 'not-met')], all),
      'connect',
    );

    assert.deepEqual([verdict, missing], ['not-met', ['A fact. — a reason']]);
  });

  it('a check that was not carried out leaves the level open, unless it is optional', () => {
    const [needed, optional] = [false, true].map((isOptional) => result('connect', 'not-checked', isOptional));
    assert.ok(needed && optional);

    assert.equal(levelOf(judge([result('connect', 'met'), needed], all), 'connect').verdict, 'not-checked');
    assert.equal(levelOf(judge([result('connect', 'met'), optional], all), 'connect').verdict, 'met');
  });

  it('level 2 is not met by a backend that announces one of its two capabilities', () => {
    const { verdict, missing } = levelOf(judge([result('keep', 'met')], new Set(['verify'])), 'keep');

    assert.deepEqual([verdict, missing], ['not-met', ['It does not announce the capability disconnect.']]);
  });

  it('a level of which nothing is announced is neither met nor failed', () => {
    assert.equal(levelOf(judge([result('connect', 'met')], new Set()), 'delegate').verdict, 'not-announced');
  });

  it('the highest announced level follows from the capabilities', () => {
    assert.equal(announcedLevel(new Set()), 1);
    assert.equal(announcedLevel(new Set(['redirect', 'verify'])), 2);
    assert.equal(announcedLevel(new Set(['links'])), 3);
  });
});

describe('the exit code of the kit', () => {
  const met = [result('connect', 'met'), result('keep', 'met')];

  it('the exit code is 0 when every level up to the wanted one is met', () => {
    assert.equal(exitCode(met, new Set(['verify', 'disconnect'])), 0);
    assert.equal(exitCode([...met, result('delegate', 'not-met')], all, 2), 0);
  });

  it('the exit code is 1 when a wanted level is not met or not announced', () => {
    assert.equal(exitCode([...met, result('delegate', 'not-met')], all), 1);
    assert.equal(exitCode(met, new Set(['verify', 'disconnect']), 3), 1);
    assert.equal(exitCode([result('connect', 'not-met'), result('keep', 'met')], all, 2), 1);
  });

  it('the exit code is 1 when the face for the host is not met', () => {
    assert.equal(exitCode([...met, result('host', 'not-met')], new Set(['verify', 'disconnect'])), 1);
  });

  it('the exit code is 3 when nothing failed but something was not checked', () => {
    assert.equal(exitCode([result('connect', 'met'), result('connect', 'not-checked')], new Set()), 3);
  });
});

function result(level: Level, outcome: CheckResult['outcome'], isOptional = false): CheckResult {
  const reason = outcome === 'met' ? {} : { reason: 'a reason' };
  return { id: 'a-check', level, fact: 'A fact.', outcome, isOptional, ...reason };
}

function levelOf(levels: readonly LevelResult[], level: Level): LevelResult {
  const found = levels.find((one) => one.level === level);
  assert.ok(found);
  return found;
}

function exitCode(checks: readonly CheckResult[], announced: ReadonlySet<string>, wanted?: number): number {
  return exitCodeOf({ levels: judge(checks, announced), announcedLevel: announcedLevel(announced) }, wanted);
}
