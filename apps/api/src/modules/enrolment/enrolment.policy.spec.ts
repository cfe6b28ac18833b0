import { describe, expect, it } from '@jest/globals';
import { activeStatuses, enrolmentStatuses, type EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';
import fc from 'fast-check';

import {
  canChange,
  holdsSeat,
  isActive,
  learnerActions,
  needsGuardian,
  officeActions,
  receptionNumberOf,
  refusalOf,
  refusalOfApplicant,
  refusalOfRun,
  seatEffectOf,
  transitions,
  type ApplicantFacts,
  type RunFacts,
  type Transition,
} from './enrolment.policy.js';

const all = Object.keys(transitions) as Transition[];

describe('the state changes', () => {
  it.each([
    ['applied', ['confirm', 'decline', 'cancel', 'withdraw']],
    ['waitlisted', ['offerSeat', 'decline', 'cancel', 'withdraw']],
    ['selected', ['confirm', 'decline', 'cancel', 'withdraw']],
    ['confirmed', ['cancel', 'withdraw', 'complete']],
    ['declined', []],
    ['cancelled', []],
    ['withdrawn', []],
    ['completed', []],
  ] as const)('from %s are %j', (status, possible) => {
    expect(all.filter((transition) => canChange(status, transition))).toEqual(possible);
  });

  it('say that the waiting list has no seat to confirm', () => {
    expect(refusalOf('waitlisted', 'confirm')).toBe('enrolment.no_seat');
    expect(refusalOf('withdrawn', 'confirm')).toBe('enrolment.not_possible_now');
    expect(refusalOf('applied', 'confirm')).toBeNull();
  });

  it('free a seat exactly when a person with a seat leaves', () => {
    for (const transition of all) {
      for (const from of transitions[transition].from) {
        const { to } = transitions[transition];
        const effect = seatEffectOf(from, to);
        expect([from, to, effect === 'frees_seat']).toEqual([from, to, holdsSeat(from) && !isActive(to)]);
        expect([from, to, effect === 'leaves_waiting']).toEqual([
          from,
          to,
          from === 'waitlisted' && !isActive(to),
        ]);
      }
    }
  });

  it('show the same possibilities to office and learner as they allow', () => {
    for (const status of enrolmentStatuses) {
      expect(officeActions(status).withdraw).toBe(learnerActions(status).withdraw);
      expect(learnerActions(status).learn).toBe(status === 'confirmed' || status === 'completed');
    }
  });
});

/** The counters and the waiting list as in the database, changed by the policy alone. */
class Model {
  taken = 0;
  numbers = 0;
  readonly people: { status: EnrolmentStatus; number: number | null }[] = [];
  readonly offered: number[] = [];
  constructor(public capacity: number) {}

  waiting() {
    return this.people.filter(({ status }) => status === 'waitlisted');
  }
  apply() {
    if (this.taken < this.capacity && this.waiting().length === 0) {
      this.taken += 1;
      this.people.push({ status: 'applied', number: null });
    } else {
      this.numbers += 1;
      this.people.push({ status: 'waitlisted', number: this.numbers });
    }
  }
  change(index: number, transition: Transition) {
    const person = this.people[index % Math.max(1, this.people.length)];
    if (!person || !canChange(person.status, transition)) return;
    const { to } = transitions[transition];
    if (seatEffectOf(person.status, to) === 'frees_seat') this.taken -= 1;
    person.status = to;
    this.offer();
  }
  offer() {
    for (let first = this.waiting()[0]; first && this.taken < this.capacity; first = this.waiting()[0]) {
      this.taken += 1;
      first.status = transitions.offerSeat.to;
      this.offered.push(first.number ?? 0);
    }
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'apply' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('enlarge' as const), by: fc.integer({ min: 0, max: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      index: fc.nat(60),
      transition: fc.constantFrom<Transition>('confirm', 'decline', 'cancel', 'withdraw', 'complete'),
    }),
  },
);

describe('the waiting list', () => {
  it('never over-books, never leaves a seat empty while people wait, and moves up in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 80 }), (capacity, steps) => {
        const run = new Model(capacity);
        for (const s of steps) {
          if (s.kind === 'apply') run.apply();
          else if (s.kind === 'enlarge') run.capacity += s.by;
          else run.change(s.index, s.transition);
          run.offer();
          expect(run.taken).toBe(run.people.filter(({ status }) => holdsSeat(status)).length);
          expect(run.taken).toBeLessThanOrEqual(run.capacity);
          expect(run.taken === run.capacity || run.waiting().length === 0).toBe(true);
        }
        expect(run.offered).toEqual([...run.offered].sort((a, b) => a - b));
      }),
    );
  });

  it('counts exactly the states that the database counts as being in the run', () => {
    expect(enrolmentStatuses.filter(isActive)).toEqual([...activeStatuses]);
  });
});

describe('an application', () => {
  const run: RunFacts = {
    status: 'published',
    opensAt: new Date('2026-06-01T00:00:00+09:00'),
    closesAt: new Date('2026-07-01T00:00:00+09:00'),
    minimumAge: null,
  };
  const applicant: ApplicantFacts = { bornOn: '1950-04-01', phone: '0280-48-0808', replyBy: 'letter' };
  const today = '2026-06-10';

  it.each([
    ['before the opening', run, 'applicant', '2026-05-31T23:59:59+09:00', 'enrolment.not_open_yet'],
    ['at the opening', run, 'applicant', '2026-06-01T00:00:00+09:00', undefined],
    ['at the close', run, 'applicant', '2026-07-01T00:00:00+09:00', 'enrolment.closed'],
    ['by paper that the office enters later', run, 'office', '2026-07-02T00:00:00+09:00', undefined],
    ['to a draft', { ...run, status: 'draft' }, 'office', '2026-06-10T00:00:00+09:00', 'platform.not_found'],
    [
      'to a cancelled run',
      { ...run, status: 'cancelled' },
      'office',
      '2026-06-10T00:00:00+09:00',
      'enrolment.run_cancelled',
    ],
  ] as const)('%s', (_, facts, by, now, code) => {
    expect(refusalOfRun(facts, by, new Date(now))?.code).toBe(code);
  });

  it.each([
    ['is taken', applicant, null, 'applicant', undefined],
    [
      'of somebody not yet born',
      { ...applicant, bornOn: '2026-06-11' },
      null,
      'applicant',
      'people.birth_date_in_future',
    ],
    [
      'below the minimum age',
      { ...applicant, bornOn: '1961-06-11' },
      65,
      'applicant',
      'enrolment.below_minimum_age',
    ],
    [
      'on the birthday of the minimum age',
      { ...applicant, bornOn: '1961-06-10' },
      65,
      'applicant',
      undefined,
    ],
    [
      'under 18 without guardian',
      { ...applicant, bornOn: '2008-06-11' },
      null,
      'applicant',
      'enrolment.guardian_required',
    ],
    [
      'under 18 with guardian',
      { ...applicant, bornOn: '2008-06-11', guardianName: '古河 花' },
      null,
      'applicant',
      undefined,
    ],
    [
      'without phone and e-mail',
      { ...applicant, phone: undefined },
      null,
      'applicant',
      'enrolment.contact_required',
    ],
    ['without either, entered by the office', { ...applicant, phone: undefined }, null, 'office', undefined],
    [
      'wanting mail without an address',
      { ...applicant, replyBy: 'mail' },
      null,
      'office',
      'people.email_invalid',
    ],
  ] as const)('%s', (_, facts, minimumAge, by, code) => {
    expect(refusalOfApplicant(facts, minimumAge, by, today)?.code).toBe(code);
  });

  it('asks for a guardian up to the day before the 18th birthday', () => {
    expect(needsGuardian('2008-06-11', today)).toBe(true);
    expect(needsGuardian('2008-06-10', today)).toBe(false);
  });

  it.each([
    [123, '2026-06-10', 'R8-000123'],
    [1, '2027-03-31', 'R8-000001'],
    [2, '2027-04-01', 'R9-000002'],
    [1_234_567, '2026-06-10', 'R8-1234567'],
  ])('number %i received on %s is %s', (sequence, on, expected) => {
    expect(receptionNumberOf(sequence, on)).toBe(expected);
  });
});
