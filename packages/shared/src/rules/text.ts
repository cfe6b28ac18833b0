/**
 * Rules for what people type. Names are kept exactly as given (no Unicode normalisation: it would turn 﨑-like
 * compatibility ideographs into other characters); normalised forms are only made for comparing and finding.
 */

/* eslint-disable no-control-regex -- control characters are exactly what is looked for */
/** Characters that never belong in a line of text: controls, bidi overrides, lone surrogates, non-characters. */
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;
/** The same for longer texts, where line breaks and tabs are allowed. */
const forbiddenInText =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;
/* eslint-enable no-control-regex -- the rest has none */

/** Whether a single line holds a character that cannot be kept. */
export function hasForbiddenCharacter(line: string): boolean {
  return forbidden.test(line);
}

/** The same for texts of several lines. */
export function hasForbiddenCharacterInText(text: string): boolean {
  return forbiddenInText.test(text);
}

/** Number of characters a person would count (a base character with its marks or variation selector is one). */
export function lengthInCharacters(text: string): number {
  return [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)].length;
}

const kanaPattern = /^[\u3099\u309a\p{Script=Hiragana}\p{Script=Katakana}ー゛゜ﾞﾟｰ・･゠\s\u3000-]+$/u;

/** Whether a reading is written in kana (hiragana, katakana, half-width). */
export function isKana(reading: string): boolean {
  return kanaPattern.test(reading);
}

/** A reading made comparable: NFKC, hiragana to katakana, without spaces, dots and hyphens. */
export function comparableKana(reading: string): string {
  return reading
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60))
    .replace(/[\s・゠-]/g, '');
}

/** Digits of a phone number, full-width and punctuation forgiven. */
export function phoneDigits(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '');
}

/** Whether the digits can be a Japanese phone number: 10 or 11 digits, beginning with 0. */
export function isPhoneNumber(phone: string): boolean {
  const shape = /^[\d\s()+\-‐‑–—―ー−.]*$/u.test(phone.normalize('NFKC'));
  return shape && /^0\d{9,10}$/.test(phoneDigits(phone));
}

/** Old and variant forms of kanji often met in names, mapped to the form people type when they search. */
const variants: Record<string, string> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  碕: '崎',
  𠮷: '吉',
  邊: '辺',
  邉: '辺',
  澤: '沢',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  廣: '広',
  濵: '浜',
  濱: '浜',
  瀨: '瀬',
  德: '徳',
  惠: '恵',
  眞: '真',
  國: '国',
  櫻: '桜',
  嶋: '島',
  嶌: '島',
  龍: '竜',
  藏: '蔵',
  圓: '円',
  萬: '万',
  冨: '富',
  礒: '磯',
  栁: '柳',
  桒: '桑',
  靜: '静',
  條: '条',
  曾: '曽',
};

/** A text made comparable for search: NFKC, no variation selectors, usual kanji forms, katakana, lower case, no spaces. */
export function comparableText(text: string): string {
  const plain = text.replace(/[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '');
  const usual = [...plain]
    .map((c) => variants[c] ?? c)
    .join('')
    .normalize('NFKC');
  return comparableKana([...usual].map((c) => variants[c] ?? c).join('')).toLowerCase();
}

/** Full-width digits and letters to ASCII, spaces and every kind of hyphen removed, upper case: for typed codes. */
export function comparableCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\-‐‑–—―ー−_.]/g, '')
    .toUpperCase();
}
