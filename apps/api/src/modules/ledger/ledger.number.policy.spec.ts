import { describe, expect, it } from '@jest/globals';
import { parseVerifyCode } from '@kizuna/shared/rules/verify-code';
import fc from 'fast-check';

import {
  comparableCertificateNumber,
  formatCertificateNumber,
  formatVerifyCode,
  verifyCodeFrom,
} from './ledger.number.policy.js';

describe('numbers and codes of certificates', () => {
  it('writes the number as the paper ledger does', () => {
    expect(formatCertificateNumber(2026, '入門', 12)).toBe('令和8年度 入門 第12号');
    expect(formatCertificateNumber(2019, '傾聴', 1)).toBe('令和元年度 傾聴 第1号');
  });

  it('finds a number however it was typed', () => {
    const number = comparableCertificateNumber('令和8年度 入門 第12号');
    expect(comparableCertificateNumber('令和８年度　入門　第１２号')).toBe(number);
    expect(comparableCertificateNumber('令和8年度入門第12号')).toBe(number);
    expect(comparableCertificateNumber('令和8年度 入門 第13号')).not.toBe(number);
  });

  it('makes a code of random bytes that reads as itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = verifyCodeFrom(bytes);
        expect(parseVerifyCode(formatVerifyCode(code))).toBe(code);
      }),
    );
    expect(() => verifyCodeFrom(new Uint8Array(3))).toThrow(RangeError);
  });
});
