import { lengthInCharacters } from '@kizuna/shared/rules/text';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const kanjiDigits = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d';

/** An address as it is written from top to bottom: digits in kanji, one by one, and the long bar for a hyphen. */
export function verticalAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replace(/\d/g, (digit) => kanjiDigits.charAt(Number(digit)))
    .replace(/[-\u2010-\u2015\u2212]/g, '\u30fc')
    .replace(/\s+/g, '\u3000');
}

/** The letters in columns of the same height, none longer than `most`. A place between words is where it likes to turn. */
export function inColumns(text: string, most: number): string[][] {
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  if (letters.length <= most) return letters.length === 0 ? [] : [letters];
  const space = letters.lastIndexOf('\u3000', most);
  const turn = space > most / 3 ? space : most;
  return [
    letters.slice(0, turn),
    ...inColumns(
      letters
        .slice(turn)
        .join('')
        .replace(/^\u3000/, ''),
      most,
    ),
  ];
}

/** How many letters of a name stand in one column of an envelope, with the word of respect. */
export function nameColumnOf(name: string): number {
  const length = lengthInCharacters(name);
  return length <= 8 ? 9 : length <= 14 ? 15 : 26;
}
