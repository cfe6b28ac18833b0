import { lengthInCharacters } from '@kizuna/shared/rules/text';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Splits the letters into columns of the same height, none longer than `most`. Prefers to break between words. */
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

/** How many letters of a name fit in one column of an envelope, including the honorific. */
export function nameColumnOf(name: string): number {
  const length = lengthInCharacters(name);
  return length <= 8 ? 9 : length <= 14 ? 15 : 26;
}
