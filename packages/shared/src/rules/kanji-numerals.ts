/** Numbers as they are written in vertical text. */
const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const tens = ['', '十', '百', '千'] as const;
const highest = 9999;

/** 「十二」「二十」「百五」 for 1 to 9999; other numbers digit by digit (〇, 一二三四五). */
export function kanjiNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a whole number is needed');
  if (value === 0 || value > highest) return positional(String(value));
  return [...String(value)]
    .map((digit, at, all) => {
      const place = all.length - 1 - at;
      if (digit === '0') return '';
      return `${digit === '1' && place > 0 ? '' : digits[Number(digit)]}${tens[place]}`;
    })
    .join('');
}

/** The value of a kanji numeral; undefined if it is not one. */
export function numberOfKanji(numeral: string): number | undefined {
  if (numeral === '') return undefined;
  if ([...numeral].every((c) => digitOf(c) >= 0)) return Number([...numeral].map(digitOf).join(''));
  const found = /^(?:(.?)千)?(?:(.?)百)?(?:(.?)十)?(.?)$/u.exec(numeral);
  if (!found) return undefined;
  let value = 0;
  for (const [at, place] of [1000, 100, 10, 1].entries()) {
    const digit = found[at + 1];
    if (digit === undefined || (digit === '' && place === 1)) continue;
    const count = digit === '' ? 1 : digitOf(digit);
    if (count < 1) return undefined;
    value += count * place;
  }
  return value;
}

/**
 * Replaces every group of ASCII digits in a text by a kanji numeral; 元 for the first year of an era is left as it is.
 */
export function withKanjiNumerals(text: string): string {
  return text.replace(/\d+/g, (group) =>
    group.length > 4 ? positional(group) : kanjiNumeral(Number(group)),
  );
}

/**
 * Replaces kanji numerals before 年度 and between 第 and 号 by ASCII digits, to read the number on a vertical
 * certificate.
 */
export function withoutKanjiNumerals(text: string): string {
  return text.replace(
    /(?<=第)[〇一二三四五六七八九十百千]+(?=号)|[〇一二三四五六七八九十百千]+(?=年度)/gu,
    (numeral) => String(numberOfKanji(numeral) ?? numeral),
  );
}

function positional(group: string): string {
  return [...group].map((digit) => digits[Number(digit)]).join('');
}

function digitOf(character: string): number {
  return digits.indexOf(character as (typeof digits)[number]);
}
