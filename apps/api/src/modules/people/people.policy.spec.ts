import { describe, expect, it } from '@jest/globals';

import { emailKeyOf, isCommonPassword, rolesAfter, searchKeysOf, searchTermsOf } from './people.policy.js';

const found = (typed: string) => {
  const { searchText } = searchKeysOf({
    name: '髙﨑 𠮷子',
    kana: 'たかさき よしこ',
    phone: '0280-00-1234',
    email: 'Takasaki@Example.jp',
    address: '茨城県古河市本町1-2-3',
  });
  return searchTermsOf(typed).every((term) => searchText.includes(term));
};

describe('finding a person', () => {
  it.each([
    '高崎',
    '髙﨑',
    '吉子',
    'タカサキ',
    'ﾀｶｻｷ ﾖｼｺ',
    'たかさき　よしこ',
    '0280-00-1234',
    '０２８０００１２３４',
    'takasaki@',
    '本町',
  ])('%s', (typed) => expect(found(typed)).toBe(true));

  it.each(['山田', '9999', 'やまだ'])('not by %s', (typed) => expect(found(typed)).toBe(false));
});

describe('a password', () => {
  it.each([
    'password',
    'PASSWORD1',
    '11111111',
    '12345678',
    '８７６５４３２１',
    'abcdefgh',
    '1948-04-29',
    'hanako',
  ])('%s is refused', (password) =>
    expect(isCommonPassword(password, ['1948-04-29', 'hanako@example.jp'])).toBe(true),
  );
  it.each(['さくらの咲く丘で', 'correct horse', '4829 7715'])('%s is taken', (password) =>
    expect(isCommonPassword(password, ['1948-04-29'])).toBe(false),
  );
});

describe('roles', () => {
  it('stay a learner and never become none', () => {
    expect(rolesAfter(['learner', 'office'], ['admin'])).toEqual(['learner', 'admin']);
    expect(rolesAfter(['office'], [])).toEqual(['learner']);
  });
});

describe('an address', () => {
  it('is compared without width, case and outer space', () => {
    expect(emailKeyOf(' Ｈanako@Example.JP ')).toBe('hanako@example.jp');
  });
});
