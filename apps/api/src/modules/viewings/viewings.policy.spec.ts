import { describe, expect, it } from '@jest/globals';
import { groupViewingStates } from '@kizuna/shared/vocabulary/viewings';

import {
  checkInWindow,
  correctionProblem,
  credits,
  decideClosing,
  doorOf,
  entryRefusal,
  nextStepOf,
  planDueOn,
  planOf,
  planProblem,
  reportDueOn,
  transitionRefusal,
} from './viewings.policy.js';

const startsAt = new Date('2026-06-11T04:30:00Z');
const endsAt = new Date('2026-06-11T05:30:00Z');
const planned = { heldOn: '2026-06-11', startsAt, endsAt, state: 'planned', othersCount: null } as const;
const at = (minutesFromStart: number) => new Date(startsAt.getTime() + minutesFromStart * 60_000);
const daysLater = (days: number) => at(days * 24 * 60);

describe('check-in', () => {
  it.each([
    [-31, 'early'],
    [-30, 'open'],
    [0, 'open'],
    [120, 'open'],
    [121, 'over'],
  ] as const)('%i minutes from the start of an hour is %s', (minutes, door) => {
    expect(doorOf(planned, at(minutes))).toBe(door);
  });

  it('stays as it is when the showing was closed, and is shut when it was cancelled', () => {
    expect(doorOf({ ...planned, state: 'held' }, at(70))).toBe('open');
    expect(doorOf({ ...planned, state: 'cancelled' }, at(0))).toBe('cancelled');
  });

  it('is open from half an hour before to an hour after', () => {
    expect(checkInWindow(planned)).toEqual({ from: at(-30), until: at(120) });
  });
});

describe('entering people', () => {
  it.each([
    [-31, false, 'viewings.outside_window'],
    [-31, true, 'viewings.outside_window'],
    [121, false, null],
    [14 * 24 * 60, false, null],
    [15 * 24 * 60, false, 'viewings.entry_over'],
    [15 * 24 * 60, true, null],
  ] as const)('%i minutes from the start, office %p: %p', (minutes, isOffice, refusal) => {
    expect(entryRefusal(planned, at(minutes), isOffice)).toBe(refusal);
  });

  it('is refused where nothing was held', () => {
    expect(entryRefusal({ ...planned, state: 'cancelled' }, at(0), true)).toBe('viewings.cancelled');
  });
});

describe('papers', () => {
  it.each([
    ['2026-06-11', '2026-05-11'],
    ['2026-03-31', '2026-02-28'],
    ['2028-03-30', '2028-02-29'],
    ['2026-01-15', '2025-12-15'],
    ['2026-07-31', '2026-06-30'],
  ])('a showing on %s is planned by %s', (heldOn, due) => {
    expect(planDueOn(heldOn)).toBe(due);
  });

  it('are reported two weeks after, over the turn of the fiscal year too', () => {
    expect(reportDueOn('2026-03-25')).toBe('2026-04-08');
  });

  it.each([
    [at(-31), 'wait'],
    [at(0), 'hold'],
    [at(121), 'report'],
    [daysLater(14), 'report'],
    [daysLater(15), 'report_overdue'],
  ] as const)('at %s the next step is %s', (now, step) => {
    expect(nextStepOf(planned, now)).toBe(step);
  });

  it('ask for nothing once the showing is recorded', () => {
    expect(nextStepOf({ ...planned, state: 'interrupted' }, daysLater(30))).toBe('none');
  });
});

describe('changes of state', () => {
  it.each([
    ['close', ['planned']],
    ['cancel', ['planned']],
    ['reopen', ['held', 'interrupted', 'cancelled']],
  ] as const)('%s is possible from %p', (transition, from) => {
    const possible = groupViewingStates.filter((state) => transitionRefusal(state, transition) === null);
    expect(possible).toEqual(from);
  });

  it('only a showing that was held as a whole credits anybody', () => {
    expect(groupViewingStates.filter(credits)).toEqual(['held']);
  });

  it('closes once it has begun, by its organiser for two weeks, by the office at any time', () => {
    const asked = { outcome: 'held', othersCount: 3 } as const;
    expect(decideClosing(planned, asked, at(-1), true)).toEqual({
      kind: 'refused',
      code: 'viewings.not_started',
    });
    expect(decideClosing(planned, asked, at(0), false)).toEqual({ kind: 'close' });
    expect(decideClosing(planned, asked, daysLater(15), false)).toEqual({
      kind: 'refused',
      code: 'viewings.entry_over',
    });
    expect(decideClosing(planned, asked, daysLater(15), true)).toEqual({ kind: 'close' });
  });

  it('the same closing again changes nothing, another one is refused', () => {
    const held = { ...planned, state: 'held', othersCount: 3 } as const;
    expect(decideClosing(held, { outcome: 'held', othersCount: 3 }, at(60), false)).toEqual({
      kind: 'unchanged',
    });
    for (const other of [
      { outcome: 'interrupted', othersCount: 3 },
      { outcome: 'held', othersCount: 4 },
    ] as const) {
      expect(decideClosing(held, other, at(60), false)).toEqual({
        kind: 'refused',
        code: 'viewings.already_closed',
      });
    }
  });
});

describe('a plan', () => {
  it('becomes instants of Japan', () => {
    const body = {
      videoId: 'v',
      association: '第3行政自治会',
      districtId: null,
      place: '公民館',
      heldOn: '2026-06-11',
      from: '13:30',
      to: '14:30',
      expectedCount: 20,
    } as unknown as Parameters<typeof planOf>[0];
    expect(planOf(body)).toMatchObject({ startsAt, endsAt, heldOn: '2026-06-11', expectedCount: 20 });
  });

  it.each([
    ['no film', planned, null, 'viewings.film_unknown'],
    ['an end before the start', { ...planned, endsAt: at(-1) }, 1_000, 'viewings.times_invalid'],
    ['a film that is longer than the time', planned, 3_600_001, 'viewings.times_invalid'],
  ] as const)('with %s is refused', (_, plan, durationMs, code) => {
    expect(planProblem(plan, durationMs, at(0), true)?.code).toBe(code);
  });

  it('of a day more than two weeks ago is the office’s to enter', () => {
    expect(planProblem(planned, 60_000, daysLater(14), false)).toBeNull();
    expect(planProblem(planned, 60_000, daysLater(15), false)?.code).toBe('viewings.too_long_ago');
    expect(planProblem(planned, 60_000, daysLater(15), true)).toBeNull();
  });
});

describe('a correction', () => {
  const asked = { videoId: 'a', revision: 2 };
  it.each([
    ['planned', 'b', 2, undefined, undefined],
    ['planned', 'a', 1, undefined, 'viewings.changed_meanwhile'],
    ['held', 'a', 2, undefined, 'viewings.reason_required'],
    ['held', 'a', 2, '数え直し', undefined],
    ['held', 'b', 2, '数え直し', 'viewings.film_fixed'],
    ['interrupted', 'a', 2, undefined, 'viewings.reason_required'],
    ['cancelled', 'a', 2, '数え直し', 'viewings.cancelled'],
  ] as const)(
    'of a %s showing, film %s, revision %i, reason %p: %p',
    (state, videoId, revision, reason, code) => {
      const problem = correctionProblem(
        { state, videoId: 'a', revision: 2 },
        { ...asked, videoId, revision, reason },
      );
      expect(problem?.code).toBe(code);
    },
  );
});
