import { describe, expect, it } from '@jest/globals';

import {
  applicationWindowOf,
  canApply,
  fiscalYearOfRun,
  mayChangeLesson,
  mayHoldCapacity,
  nextRunOf,
  placesLeft,
  type WindowFacts,
} from './courses.policy.js';

const opensAt = new Date('2026-04-01T00:00:00Z');
const closesAt = new Date('2026-05-01T00:00:00Z');
const during = new Date('2026-04-15T00:00:00Z');

function aRun(change: Partial<WindowFacts> = {}): WindowFacts {
  return { status: 'published', opensAt, closesAt, capacity: 20, taken: 0, waiting: 0, ...change };
}

describe('the application window', () => {
  it.each([
    ['before the opening', aRun(), new Date(opensAt.getTime() - 1), 'not_yet'],
    ['at the opening', aRun(), opensAt, 'open'],
    ['one millisecond before the end', aRun(), new Date(closesAt.getTime() - 1), 'open'],
    ['at the end', aRun(), closesAt, 'closed'],
    ['when full', aRun({ taken: 20 }), during, 'waiting_list'],
    ['when a seat is free but somebody waits', aRun({ taken: 19, waiting: 1 }), during, 'waiting_list'],
    ['as a draft', aRun({ status: 'draft' }), during, 'closed'],
    ['cancelled', aRun({ status: 'cancelled' }), during, 'closed'],
  ] as const)('%s', (_, run, now, expected) => {
    expect(applicationWindowOf(run, now)).toBe(expected);
    expect(canApply(run, now)).toBe(expected === 'open' || expected === 'waiting_list');
  });

  it('offers no place while people are waiting', () => {
    expect(placesLeft(aRun({ taken: 18 }))).toBe(2);
    expect(placesLeft(aRun({ taken: 18, waiting: 3 }))).toBe(0);
  });
});

describe('the run to show first', () => {
  const full = aRun({ taken: 20, closesAt: new Date('2026-04-20T00:00:00Z') });
  const open = aRun({ taken: 1 });
  const later = aRun({
    opensAt: new Date('2026-06-01T00:00:00Z'),
    closesAt: new Date('2026-07-01T00:00:00Z'),
  });
  const latest = aRun({
    opensAt: new Date('2026-08-01T00:00:00Z'),
    closesAt: new Date('2026-08-02T00:00:00Z'),
  });

  it.each([
    ['a free seat before a waiting list', [full, open, later], open],
    ['a waiting list before one that is not open yet', [later, full], full],
    ['the next to open', [latest, later], later],
    ['none', [aRun({ closesAt: during })], null],
  ])('%s', (_, runs, expected) => {
    expect(nextRunOf(runs, during)).toBe(expected);
  });
});

describe('a run', () => {
  it('belongs to the fiscal year of its first training day', () => {
    expect(fiscalYearOfRun('2027-03-31', closesAt)).toBe(2026);
    expect(fiscalYearOfRun('2027-04-01', closesAt)).toBe(2027);
  });

  it('without a training day belongs to the year in which applications close, by the calendar of Japan', () => {
    expect(fiscalYearOfRun(null, new Date('2026-03-31T14:59:59Z'))).toBe(2025);
    expect(fiscalYearOfRun(null, new Date('2026-03-31T15:00:00Z'))).toBe(2026);
  });

  it('never has fewer seats than are taken', () => {
    expect(mayHoldCapacity(20, 20)).toBe(true);
    expect(mayHoldCapacity(19, 20)).toBe(false);
  });

  it('keeps the lesson of a training day from that day on', () => {
    expect(mayChangeLesson('2026-06-11', '2026-06-10')).toBe(true);
    expect(mayChangeLesson('2026-06-11', '2026-06-11')).toBe(false);
  });
});
