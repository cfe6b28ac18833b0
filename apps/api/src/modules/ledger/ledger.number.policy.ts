import { formatFiscalYear } from '@kizuna/shared/rules/civil-date';
import { withoutKanjiNumerals } from '@kizuna/shared/rules/kanji-numerals';
import { comparableCode } from '@kizuna/shared/rules/text';
import { verifyCodeAlphabet, verifyCodeLength } from '@kizuna/shared/rules/verify-code';

/** 「令和8年度 入門 第12号」: numbered within a fiscal year and course, as the council's paper ledger is. */
export function formatCertificateNumber(fiscalYear: number, shortTitle: string, serial: number): string {
  return `${formatFiscalYear(fiscalYear)} ${shortTitle} 第${serial}号`;
}

/**
 * A number in normalised form, to compare with typed input: ignores width, spaces and hyphens, accepts 第十二号 of a
 * vertical paper.
 */
export function comparableCertificateNumber(number: string): string {
  return withoutKanjiNumerals(comparableCode(number)).replace(/元年度/, '1年度');
}

/** A code of 50 random bits from random bytes (at least ten), for the QR address and for typing. */
export function verifyCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < verifyCodeLength) throw new RangeError(`${verifyCodeLength} random bytes are needed`);
  return Array.from(bytes.subarray(0, verifyCodeLength), (byte) => verifyCodeAlphabet[byte % 32]).join('');
}

/** 「ABCDE-12345」, as printed below the QR code. */
export function formatVerifyCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
