import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardNumberFrom, formatCardNumber, parseCardNumber } from './card-number.js';

const nine = fc.stringMatching(/^\d{9}$/);

describe('card numbers', () => {
  it('reads what it prints, also full-width and from the address in the QR code', () => {
    fc.assert(
      fc.property(nine, (digits) => {
        const number = cardNumberFrom(digits);
        expect(parseCardNumber(formatCardNumber(number))).toBe(number);
        expect(parseCardNumber(`https://example.jp/card/${number}`)).toBe(number);
      }),
    );
    expect(parseCardNumber('１２３－４５６－７８９７')).toBe(cardNumberFrom('123456789'));
  });

  it('detects a single mistyped digit', () => {
    fc.assert(
      fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, position, shift) => {
        const number = cardNumberFrom(digits);
        const wrong = [...number]
          .map((d, i) => (i === position ? String((Number(d) + shift) % 10) : d))
          .join('');
        expect(parseCardNumber(wrong)).toBeUndefined();
      }),
    );
  });

  it('refuses other lengths', () => {
    expect(parseCardNumber('123')).toBeUndefined();
    expect(() => cardNumberFrom('12')).toThrow(RangeError);
  });
});
