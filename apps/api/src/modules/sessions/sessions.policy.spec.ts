import { describe, expect, it } from '@jest/globals';
import { attendanceStatuses } from '@kizuna/shared/vocabulary/sessions';

import { counts, decideCheckIn, decideMark, isCheckInOpen, mayRecord } from './sessions.policy.js';

const startsAt = new Date('2026-06-11T04:30:00Z');
const endsAt = new Date('2026-06-11T06:30:00Z');
const session = { startsAt, endsAt, cancelled: false };
const at = (minutesFromStart: number) => new Date(startsAt.getTime() + minutesFromStart * 60_000);

describe('the window of a training day', () => {
  it.each([
    [-91, false],
    [-90, true],
    [0, true],
    [180, true],
    [181, false],
  ])('%i minutes from the start: cards are taken %p', (minutes, open) => {
    expect(isCheckInOpen(session, at(minutes))).toBe(open);
  });

  it('stays open for marks by hand days later, but never for a cancelled day', () => {
    expect(mayRecord(session, at(60 * 24 * 30))).toBe(true);
    expect(mayRecord(session, at(-91))).toBe(false);
    expect(mayRecord({ ...session, cancelled: true }, at(0))).toBe(false);
    expect(isCheckInOpen({ ...session, cancelled: true }, at(0))).toBe(false);
  });
});

describe('a mark by hand', () => {
  it.each(attendanceStatuses)('first: %s needs no reason', (status) => {
    expect(decideMark(null, status)).toEqual({ kind: 'first' });
  });

  it('again the same changes nothing', () => {
    expect(decideMark({ status: 'present', corrections: 0 }, 'present')).toEqual({ kind: 'unchanged' });
  });

  it('another one asks for a reason and is counted', () => {
    const earlier = { status: 'absent', corrections: 1 } as const;
    expect(decideMark(earlier, 'present')).toEqual({ kind: 'refused', code: 'sessions.reason_required' });
    expect(decideMark(earlier, 'present', '受付での見落とし')).toEqual({
      kind: 'correction',
      corrections: 2,
    });
  });
});

describe('a card', () => {
  it.each([
    [-30, 'present'],
    [10, 'present'],
    [11, 'late'],
  ] as const)('%i minutes from the start means %s', (minutes, status) => {
    expect(decideCheckIn(null, session, at(minutes))).toEqual({ status, alreadyCheckedIn: false });
  });

  it('shown twice leaves the first record', () => {
    expect(decideCheckIn({ status: 'present', corrections: 0 }, session, at(40))).toEqual({
      status: 'present',
      alreadyCheckedIn: true,
    });
  });

  it('after an absence that was written too early, the person is there', () => {
    expect(decideCheckIn({ status: 'absent', corrections: 0 }, session, at(40))).toEqual({
      status: 'late',
      alreadyCheckedIn: false,
    });
  });
});

it('counts presence in any form, and no absence', () => {
  expect(attendanceStatuses.filter(counts)).toEqual(['present', 'late', 'left_early', 'made_up']);
});
