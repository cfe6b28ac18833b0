/**
 * Rules for text that people type. Names are stored exactly as given (no Unicode normalisation: it would replace
 * compatibility ideographs such as 﨑 by other characters); normalised forms are used only for comparison and search.
 */

/* eslint-disable no-control-regex -- these expressions search for control characters */
/** Characters that are never allowed in a single line: controls, bidi overrides, lone surrogates, non-characters. */
const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;
/** The same for multi-line text, where line breaks and tabs are allowed. */
const forbiddenInText =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;
/* eslint-enable no-control-regex -- not needed below */

/** Whether a single line contains a character that is not allowed. */
export function hasForbiddenCharacter(line: string): boolean {
  return forbidden.test(line);
}

/** The same check for multi-line text. */
export function hasForbiddenCharacterInText(text: string): boolean {
  return forbiddenInText.test(text);
}

/** Number of characters as a person counts them (a base character with its marks or variation selector is one). */
export function lengthInCharacters(text: string): number {
  return [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)].length;
}

const kanaPattern = /^[\u3099\u309a\p{Script=Hiragana}\p{Script=Katakana}ー゛゜ﾞﾟｰ・･゠\s\u3000-]+$/u;

/** Whether a reading is written in kana (hiragana, katakana, half-width). */
export function isKana(reading: string): boolean {
  return kanaPattern.test(reading);
}

/** Normalises a reading for comparison: NFKC, hiragana to katakana, without spaces, dots and hyphens. */
export function comparableKana(reading: string): string {
  return reading
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60))
    .replace(/[\s・゠-]/g, '');
}

/** The digits of a phone number, accepting full-width digits and punctuation. */
export function phoneDigits(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '');
}

/** Whether the digits can be a Japanese phone number: 10 or 11 digits, starting with 0. */
export function isPhoneNumber(phone: string): boolean {
  const shape = /^[\d\s()+\-‐‑–—―ー−.]*$/u.test(phone.normalize('NFKC'));
  return shape && /^0\d{9,10}$/.test(phoneDigits(phone));
}

/** Old and variant kanji that are common in names, mapped to the form people type when they search. */
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

/** Normalises a text for search: NFKC, no variation selectors, usual kanji forms, katakana, lower case, no spaces. */
export function comparableText(text: string): string {
  const plain = text.replace(/[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '');
  const usual = [...plain]
    .map((c) => variants[c] ?? c)
    .join('')
    .normalize('NFKC');
  return comparableKana([...usual].map((c) => variants[c] ?? c).join('')).toLowerCase();
}

/**
 * Normalises a typed code: full-width digits and letters to ASCII, upper case, without spaces and hyphens of any kind.
 */
export function comparableCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\-‐‑–—―ー−_.]/g, '')
    .toUpperCase();
}
