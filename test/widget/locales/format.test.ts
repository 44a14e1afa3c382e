import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date, time } from 'spv-authorize/internal/locales/format.ts';

describe('dates and times', () => {
  it('dates and times are those of Romania, in summer and winter', () => {
    const winterMidnight = Date.UTC(2026, 11, 31, 22, 30) / 1000;
    const summerNight = Date.UTC(2026, 5, 30, 21, 5) / 1000;

    assert.equal(`${date(winterMidnight)} ${time(winterMidnight)}`, '01.01.2027 00:30');
    assert.equal(`${date(summerNight)} ${time(summerNight)}`, '01.07.2026 00:05');
  });
});
