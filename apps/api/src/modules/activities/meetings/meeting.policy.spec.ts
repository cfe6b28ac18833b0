import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  cancelProblem,
  placesLeft,
  recordProblem,
  replyProblem,
  type MeetingFacts,
} from './meeting.policy.js';

const meeting = (change: Partial<MeetingFacts> = {}): MeetingFacts => ({
  startsAt: new Date('2026-07-10T13:30:00+09:00'),
  endsAt: new Date('2026-07-10T15:30:00+09:00'),
  capacity: null,
  cancelledAt: null,
  ...change,
});
const at = (time: string) => new Date(`2026-07-10T${time}:00+09:00`);
const off = meeting({ cancelledAt: at('08:00') });

describe('an answer', () => {
  it.each([
    ['before it begins', meeting(), 'coming', 0, '13:29', null],
    ['as it begins', meeting(), 'coming', 0, '13:30', 'supporters.meeting_over'],
    ['after it was called off', off, 'absent', 0, '09:00', 'supporters.meeting_cancelled'],
    ['for the last place', meeting({ capacity: 2 }), 'coming', 1, '09:00', null],
    ['without a place', meeting({ capacity: 2 }), 'coming', 2, '09:00', 'supporters.meeting_full'],
    ['that one stays away, without a place', meeting({ capacity: 2 }), 'absent', 2, '09:00', null],
  ] as const)('%s', (_, facts, reply, others, time, expected) => {
    expect(replyProblem(facts, reply, others, at(time))).toBe(expected);
  });

  it('never lets more come than there are places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(80), (capacity, tries) => {
        let coming = 0;
        for (let time = 0; time < tries; time += 1)
          if (replyProblem(meeting({ capacity }), 'coming', coming, at('09:00')) === null) coming += 1;
        expect(coming).toBe(Math.min(capacity, tries));
        expect(placesLeft(capacity, coming)).toBe(capacity - coming);
      }),
    );
  });
});

it.each([
  ['12:29', 'supporters.meeting_not_today'],
  ['12:30', null],
  ['23:00', null],
])('who came is recorded from an hour before on: %s', (time, expected) => {
  expect(recordProblem(meeting(), at(time))).toBe(expected);
  expect(recordProblem(off, at(time))).toBe('supporters.meeting_cancelled');
});

it.each([
  ['15:29', null],
  ['15:30', 'supporters.meeting_over'],
])('it is called off until it is over: %s', (time, expected) => {
  expect(cancelProblem(meeting(), at(time))).toBe(expected);
});
