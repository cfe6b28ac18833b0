import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseVerifyCode, verifyCodeAlphabet } from './verify-code.js';

const codes = fc
  .array(fc.constantFrom(...verifyCodeAlphabet), { minLength: 10, maxLength: 10 })
  .map((letters) => letters.join(''));
const hyphens = [...'-‐‑‒–—―−ーｰ－﹣﹘⁃_.・·/,~〜～', '\u00ad', '\u200b', '\u2060'];
const between = fc.array(fc.constantFrom(...hyphens, ' ', '\u3000', '\u00a0', '\t', ''), { maxLength: 3 });
const fullWidth = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
/** Variants that a person or a keyboard may produce for one letter. */
const mistyped = (letter: string) => {
  const same = [letter, letter.toLowerCase(), fullWidth(letter), fullWidth(letter).toLowerCase()];
  if (letter === '0') same.push('O', 'o', 'Ｏ', 'ｏ', '〇', '○');
  if (letter === '1') same.push('I', 'i', 'l', 'L', 'Ｉ', 'ｌ', '|', '｜');
  if (letter === 'V') same.push('u', 'U');
  return fc.constantFrom(...same);
};

describe('a typed verification code', () => {
  it('is accepted in any spelling', () => {
    const typed = codes.chain((code) =>
      fc
        .tuple(...[...code].map((letter) => fc.tuple(mistyped(letter), between)))
        .map((letters) => ({ code, text: letters.map(([letter, gap]) => letter + gap.join('')).join('') })),
    );
    fc.assert(
      fc.property(typed, ({ code, text }) => {
        expect(parseVerifyCode(text)).toBe(code);
      }),
      { examples: [[{ code: '01V0123456', text: 'ＯｌＵ〇１‐２ー３−４ 5–6' }]], numRuns: 500 },
    );
  });

  it('is never mistaken for another code', () => {
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        expect(parseVerifyCode(one) === other).toBe(one === other);
      }),
    );
  });

  it('never throws and returns only codes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const code = parseVerifyCode(text);
        expect(code === undefined || /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)).toBe(true);
      }),
    );
  });

  it.each([
    ['https://kizuna.example.jp/v/ABCDE12345', 'ABCDE12345'],
    ['http://localhost:3000/v/abcde-12345?lang=en', 'ABCDE12345'],
    ['ooooo-iiiii', '0000011111'],
    ['ABC', undefined],
    ['ABCDE-1234', undefined],
    ['ABCDE-123456', undefined],
    ['確認番号', undefined],
    ['', undefined],
  ])('reads %s as %s', (typed, code) => {
    expect(parseVerifyCode(typed)).toBe(code);
  });
});
