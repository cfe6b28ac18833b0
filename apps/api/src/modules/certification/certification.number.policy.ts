import { formatFiscalYear } from '@kizuna/shared/rules/civil-date';
import { withoutKanjiNumerals } from '@kizuna/shared/rules/kanji-numerals';
import { comparableCode } from '@kizuna/shared/rules/text';

/** Letters and digits that nobody mistakes for another when they are read from paper (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

/** 「令和8年度 入門 第12号」: numbered within a fiscal year and course, as the council's paper ledger is. */
export function formatCertificateNumber(fiscalYear: number, shortTitle: string, serial: number): string {
  return `${formatFiscalYear(fiscalYear)} ${shortTitle} 第${serial}号`;
}

/** A number made comparable with one that was typed: width, spaces, hyphens, and 第十二号 of a vertical paper forgiven. */
export function comparableCertificateNumber(number: string): string {
  return withoutKanjiNumerals(comparableCode(number)).replace(/元年度/, '1年度');
}

/** A code of 50 random bits from random bytes (at least ten), for the QR address and for typing. */
export function verifyCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < codeLength) throw new RangeError(`${codeLength} random bytes are needed`);
  return Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % 32]).join('');
}

/** 「ABCDE-12345」, as printed below the QR code. */
export function formatVerifyCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A typed code: full-width, lower case, hyphens, O for 0 and I or L for 1 are forgiven; undefined when it cannot be one. */
export function parseVerifyCode(typed: string): string | undefined {
  const code = comparableCode(typed).replace(/O/g, '0').replace(/[IL]/g, '1').replace(/U/g, 'V');
  return new RegExp(`^[${alphabet}]{${codeLength}}$`).test(code) ? code : undefined;
}
