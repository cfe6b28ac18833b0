import { comparableCode } from './text.js';

/**
 * Number of a 受講カード: ten digits, nine random ones and a check digit (Luhn, ISO/IEC 7812-1 annex B), printed as
 * 123-456-7890.
 */
export function cardNumberFrom(nineDigits: string): string {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError('nine digits are needed');
  return nineDigits + String(checkDigitOf(nineDigits));
}

/**
 * The ten digits of a typed or scanned card number (the address in the card's QR code is accepted too), or undefined if
 * mistyped.
 */
export function parseCardNumber(typed: string): string | undefined {
  const tail = /\/card\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
  const digits = comparableCode(tail);
  return /^\d{10}$/.test(digits) && checkDigitOf(digits.slice(0, 9)) === Number(digits[9])
    ? digits
    : undefined;
}

/** Formats ten digits as 123-456-7890. */
export function formatCardNumber(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}

function checkDigitOf(digits: string): number {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
