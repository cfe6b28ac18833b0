import { describe, expect, it } from '@jest/globals';
import { CourseRunBody } from './courses.js';
import { ApplyBody, DraftAnswersBody } from './enrolment.js';
import { PersonDetails } from './people.js';

const person = {
  name: '𠮷田 花',
  kana: 'よしだ はな',
  bornOn: '1949-04-05',
  phone: '0280-00-0001',
  address: '古河市',
};
const codesOf = (result: { error?: { issues: { message: string; path: PropertyKey[] }[] } }) =>
  result.error?.issues.map((issue) => `${issue.path.join('.')}:${issue.message}`) ?? [];

describe('contracts', () => {
  it('keeps names exactly as given', () => {
    for (const name of [
      '𠮷田',
      '髙﨑',
      '渡邉\u{e0101}',
      'ｶﾞ',
      'か\u3099',
      '<script>alert(1)</script>',
      '=cmd',
      'あ'.repeat(200),
    ])
      expect(PersonDetails.parse({ ...person, name }).name).toBe(name);
  });

  it.each([
    [{ name: '' }, 'name:people.name_required'],
    [{ name: 'あ'.repeat(201) }, 'name:people.name_too_long'],
    [{ name: 'a\u202eb' }, 'name:platform.forbidden_character'],
    [{ name: 'a\u0000b' }, 'name:platform.forbidden_character'],
    [{ kana: '山田' }, 'kana:people.kana_invalid'],
    [{ bornOn: '1949-02-30' }, 'bornOn:people.birth_date_invalid'],
    [{ phone: '123' }, 'phone:people.phone_invalid'],
    [{ email: 'a@' }, 'email:people.email_invalid'],
    [{ postalCode: '30-0001' }, 'postalCode:people.postal_code_invalid'],
  ])('answers %j with the error code %s', (change, word) => {
    expect(codesOf(PersonDetails.safeParse({ ...person, ...change }))).toContain(word);
  });

  it('requires consent, and drops undeclared fields', () => {
    const body = { ...person, courseRunId: '0195d3a0-0000-7000-8000-000000000000' };
    expect(codesOf(ApplyBody.safeParse(body))).toEqual(['consent:enrolment.consent_required']);
    expect(ApplyBody.parse({ ...body, consent: true, role: 'admin', personId: 'x' })).not.toHaveProperty(
      'role',
    );
  });

  it('requires a phone number or an address', () => {
    const contact = { step: 'contact', answers: { address: '古河市', replyBy: 'letter' } };
    expect(codesOf(DraftAnswersBody.safeParse(contact))).toEqual([
      'answers.phone:enrolment.contact_required',
    ]);
  });

  it('refuses a run that closes before it opens', () => {
    const body = {
      courseId: '0195d3a0-0000-7000-8000-000000000000',
      name: '第1回',
      opensAt: '2026-05-01T00:00:00Z',
      closesAt: '2026-04-01T00:00:00Z',
      capacity: 20,
    };
    expect(codesOf(CourseRunBody.safeParse(body))).toEqual(['closesAt:courses.window_invalid']);
  });
});
