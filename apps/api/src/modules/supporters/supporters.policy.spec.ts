import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { supporterStates, type SupporterState } from '@kizuna/shared/vocabulary/supporters';
import fc from 'fast-check';

import { formatSupporterNumber } from './supporters.number.policy.js';
import {
  afterTransition,
  cardStanding,
  isOverdue,
  isRenewalOpen,
  leaveChange,
  leaveProblem,
  maskName,
  nextStepOf,
  reminderDue,
  renewalOpensOn,
  renewedUntil,
  supporterTransitions,
  validUntilOf,
  type SupporterTransition,
} from './supporters.policy.js';

const terms = { termYears: 2, firstReminderDays: 60, secondReminderDays: 14, graceDays: 30 };
const transitions: SupporterTransition[] = [
  'confirm',
  'change',
  'renew',
  'rest',
  'come_back',
  'end',
  'expire',
];
const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('states of a registration', () => {
  it.each([
    ['applied', 'confirm', 'active'],
    ['applied', 'change', 'applied'],
    ['active', 'change', 'active'],
    ['on_leave', 'change', 'on_leave'],
    ['ended', 'change', null],
    ['expired', 'change', null],
    ['applied', 'end', 'ended'],
    ['applied', 'renew', null],
    ['applied', 'rest', null],
    ['applied', 'expire', null],
    ['active', 'confirm', null],
    ['active', 'renew', 'active'],
    ['active', 'rest', 'on_leave'],
    ['active', 'come_back', null],
    ['active', 'end', 'ended'],
    ['active', 'expire', 'expired'],
    ['on_leave', 'renew', 'on_leave'],
    ['on_leave', 'rest', 'on_leave'],
    ['on_leave', 'come_back', 'active'],
    ['on_leave', 'end', 'ended'],
    ['on_leave', 'expire', 'expired'],
  ] as const)('%s --%s--> %s', (from, transition, to) => {
    expect(afterTransition(from, transition)).toEqual(
      to === null ? { refusal: 'supporters.not_possible' } : { state: to },
    );
  });

  it('leads nowhere from an end, and to nothing but the known states', () => {
    expect(supporterTransitions.ended).toEqual({});
    expect(supporterTransitions.expired).toEqual({});
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...transitions), { maxLength: 30 }), (steps) => {
        let state: SupporterState = 'applied';
        let confirmed = false;
        for (const step of steps) {
          const after = afterTransition(state, step);
          if (!('state' in after)) continue;
          confirmed ||= step === 'confirm';
          state = after.state;
          // someone never confirmed is not active, on leave or expired
          if (!confirmed) expect(['applied', 'ended']).toContain(state);
        }
        expect(supporterStates).toContain(state);
      }),
    );
  });
});

describe('how long a registration holds', () => {
  it.each([
    ['2026-06-10', '2028-03-31'],
    ['2027-03-31', '2028-03-31'],
    ['2027-04-01', '2029-03-31'],
    ['2028-02-29', '2029-03-31'],
  ])('confirmed on %s until %s', (confirmedOn, until) => {
    expect(validUntilOf(confirmedOn, 2)).toBe(until);
  });

  it('always ends on 31 March, and each renewal adds whole years to that', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), (confirmedOn, termYears) => {
        const until = validUntilOf(confirmedOn, termYears);
        expect(until).toMatch(/-03-31$/);
        expect(fiscalYearOf(until)).toBe(fiscalYearOf(confirmedOn) + termYears - 1);
        expect(until >= confirmedOn).toBe(true);
        const renewed = renewedUntil(until, termYears);
        expect(Number(renewed.slice(0, 4)) - Number(until.slice(0, 4))).toBe(termYears);
      }),
    );
  });

  it.each([
    // 2028 has a 29 February, 2027 does not
    ['2028-03-31', '2028-01-31'],
    ['2027-03-31', '2027-01-30'],
  ])('the renewal for %s opens on %s', (until, opens) => {
    expect(renewalOpensOn(until, terms)).toBe(opens);
    expect(isRenewalOpen(until, addDays(opens, -1), terms)).toBe(false);
    expect(isRenewalOpen(until, opens, terms)).toBe(true);
    expect(isRenewalOpen(until, addDays(until, 30), terms)).toBe(true);
    expect(isRenewalOpen(until, addDays(until, 31), terms)).toBe(false);
  });

  it.each([
    ['2028-01-30', null],
    ['2028-01-31', 'first'],
    ['2028-02-29', 'first'],
    ['2028-03-16', 'first'],
    ['2028-03-17', 'second'],
    ['2028-03-31', 'second'],
    ['2028-04-01', null],
  ])('on %s the reminder is %s', (today, kind) => {
    expect(reminderDue('2028-03-31', today, terms)).toBe(kind);
  });

  it('is overdue exactly after its days of grace; the card says so on the same day', () => {
    fc.assert(
      fc.property(day, day, (until, today) => {
        const overdue = isOverdue(until, today, terms);
        expect(overdue).toBe(daysBetween(until, today) > terms.graceDays);
        expect(cardStanding('active', until, today, terms)).toBe(overdue ? 'not_valid' : 'valid');
        expect(cardStanding('ended', until, today, terms)).toBe('not_valid');
      }),
    );
    expect(cardStanding('on_leave', '2028-03-31', '2028-01-01', terms)).toBe('on_leave');
  });
});

describe('a leave', () => {
  it('begins on its first day and is over the day after its last', () => {
    const leave = { fromOn: '2028-02-28', untilOn: '2028-02-29' };
    expect(leaveChange('active', leave, '2028-02-27')).toBeNull();
    expect(leaveChange('active', leave, '2028-02-28')).toBe('rest');
    expect(leaveChange('on_leave', leave, '2028-02-29')).toBeNull();
    expect(leaveChange('on_leave', leave, '2028-03-01')).toBe('come_back');
    expect(leaveChange('on_leave', { ...leave, untilOn: null }, '2030-01-01')).toBeNull();
    // planned, and over before the worker ran: the leave does not start afterwards
    expect(leaveChange('active', leave, '2028-03-02')).toBeNull();
  });

  it('cannot begin in the past or end before it begins', () => {
    fc.assert(
      fc.property(day, day, fc.option(day), (today, fromOn, untilOn) => {
        const wrong = fromOn < today || (untilOn !== null && untilOn < fromOn);
        expect(leaveProblem({ fromOn, untilOn }, today)).toBe(
          wrong ? 'supporters.leave_times_invalid' : null,
        );
      }),
    );
  });
});

describe('words of a card', () => {
  it.each([
    ['佐藤 和子', '佐○ 和○'],
    ['髙﨑\u3000𠮷子', '髙○ 𠮷○'],
    ['渡邉\u{e0101} 勇', '渡○ 勇'],
    ['マリア', 'マ○○'],
    ['李', '李'],
  ])('%s shows as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('numbers within the fiscal year', () => {
    expect(formatSupporterNumber(2026, 12)).toBe('令和8年度 第12号');
  });
});

describe('the form', () => {
  it.each([
    [{}, 'wishes'],
    [{ wishes: 1, times: 1 }, 'places'],
    [{ wishes: 1, times: 1, places: 1, contact: 1 }, 'pledge'],
    [{ wishes: 1, times: 1, places: 1, contact: 1, pledge: { pledgeVersion: 1 } }, 'pledge'],
    [{ wishes: 1, times: 1, places: 1, contact: 1, pledge: { pledgeVersion: 2 } }, null],
  ])('%j goes on with %s', (answers, step) => {
    expect(nextStepOf(answers, 2)).toBe(step);
  });
});
