import { describe, expect, it } from '@jest/globals';
import {
  comparableCode,
  comparableKana,
  comparableText,
  hasForbiddenCharacter,
  isKana,
  isPhoneNumber,
  lengthInCharacters,
  phoneDigits,
} from './text.js';

describe('typed text', () => {
  it.each(['𠮷田 太郎', '髙﨑 花子', '渡邉\u{e0101}', 'ｶﾞ', 'か\u3099', '👵', '<script>', '=cmd'])(
    'keeps %p',
    (line) => {
      expect(hasForbiddenCharacter(line)).toBe(false);
    },
  );

  it.each(['a\u0000b', 'a\u202eb', 'a\u0007', 'a\nb', '\ud842', 'a\u2066'])('refuses %j', (line) => {
    expect(hasForbiddenCharacter(line)).toBe(true);
  });

  it('counts characters as people do', () => {
    expect(lengthInCharacters('渡邉\u{e0101}𠮷')).toBe(3);
    expect(lengthInCharacters('か\u3099')).toBe(1);
  });

  it.each([
    ['やまだ たろう', true],
    ['ヤマダ　タロウ', true],
    ['ﾔﾏﾀﾞ', true],
    ['ジョン・スミス', true],
    ['か\u3099', true],
    ['山田', false],
    ['yamada', false],
    ['やまだ1', false],
  ])('takes %p as kana: %p', (reading, expected) => {
    expect(isKana(reading)).toBe(expected);
  });

  it('treats half-width, hiragana and katakana alike', () => {
    expect(comparableKana('やまだ たろう')).toBe('ヤマダタロウ');
    expect(comparableKana('ﾔﾏﾀﾞ ﾀﾛｳ')).toBe('ヤマダタロウ');
  });

  it('finds variant kanji by their usual form', () => {
    expect(comparableText('髙﨑')).toBe(comparableText('高崎'));
    expect(comparableText('𠮷田')).toBe(comparableText('吉田'));
    expect(comparableText('渡邉\u{e0101}')).toBe(comparableText('渡辺'));
  });

  it.each([
    ['0280-48-0808', true],
    ['０２８０ー４８ー０８０８', true],
    ['09012345678', true],
    ['(0280) 48-0808', true],
    ['48-0808', false],
    ['0280-48-08089999', false],
    ['電話なし', false],
  ])('takes %p as a phone number: %p', (phone, expected) => {
    expect(isPhoneNumber(phone)).toBe(expected);
  });

  it('accepts codes from any keyboard', () => {
    expect(phoneDigits('０２８０ー４８ー０８０８')).toBe('0280480808');
    expect(comparableCode('ａｂ－１２ ｃ')).toBe('AB12C');
  });
});
