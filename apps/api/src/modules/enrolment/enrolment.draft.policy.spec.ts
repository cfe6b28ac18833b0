import { describe, expect, it } from '@jest/globals';

import { guardianNeeded, nextStepOf, prefilled, type DraftAnswers } from './enrolment.draft.policy.js';

const today = '2026-06-10';
const whole: DraftAnswers = {
  who: { applicantIs: 'self' },
  name: { name: '古河 花', kana: 'こが はな' },
  birth: { bornOn: '1950-04-01' },
  contact: { phone: '0280-48-0808', address: '古河市長谷町38-18', replyBy: 'letter' },
  wishes: { wishes: [] },
};

describe('the next page of the form', () => {
  it.each(['who', 'name', 'birth', 'contact', 'wishes'] as const)(
    'is %s when that one is missing',
    (step) => {
      expect(nextStepOf({ ...whole, [step]: undefined }, today)).toBe(step);
    },
  );

  it('is the first of several missing ones, and none when all is there', () => {
    expect(nextStepOf({}, today)).toBe('who');
    expect(nextStepOf(whole, today)).toBeNull();
  });

  it('stays the birth page until a minor has named the guardian', () => {
    const minor: DraftAnswers = { ...whole, birth: { bornOn: '2010-01-01' } };
    expect(guardianNeeded(minor, today)).toBe(true);
    expect(nextStepOf(minor, today)).toBe('birth');
    expect(
      nextStepOf({ ...minor, birth: { bornOn: '2010-01-01', guardianName: '古河 父' } }, today),
    ).toBeNull();
  });
});

describe('the form of a signed-in person', () => {
  const known = {
    name: '古河 花',
    kana: 'こが はな',
    bornOn: '1950-04-01',
    phone: '0280-48-0808',
    email: null,
    postalCode: null,
    address: '古河市長谷町38-18',
    districtId: null,
  };

  it('begins at the wishes, because the rest is known', () => {
    expect(nextStepOf(prefilled(known), today)).toBe('wishes');
    expect(prefilled(known).contact).toEqual({
      phone: '0280-48-0808',
      address: '古河市長谷町38-18',
      replyBy: 'letter',
    });
  });

  it('asks what is not known', () => {
    expect(nextStepOf(prefilled({ ...known, bornOn: null }), today)).toBe('birth');
    expect(nextStepOf(prefilled({ ...known, phone: null }), today)).toBe('contact');
  });
});
