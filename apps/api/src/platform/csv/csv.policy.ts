/** Characters with which a spreadsheet begins a formula, and their full-width forms. */
const formulaStart = /^[\s\u3000]*[=+\-@＝＋－＠\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
const phoneLike = /^\+?\d[\d-]*$/;

/**
 * A cell that no spreadsheet runs as a formula: a leading apostrophe makes it text (OWASP, CSV injection). Numbers and
 * telephone numbers stay as they are.
 */
export function neutralCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (plainNumber.test(text) || phoneLike.test(text)) return text;
  return formulaStart.test(text) ? `'${text}` : text;
}

/** What Windows, macOS or a shell does not take in the name of a file, and every kind of space. */
const notInNames = /[\\/:*?"<>|\p{C}\p{Z}]+/gu;
const longestPart = 20;

/** 「名簿_登録中_月午前_20260610.csv」: what is in the file, how it was filtered, and the day. */
export function fileNameOf(title: string, filters: readonly string[], day: string): string {
  const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  const parts = filters
    .map((word) => word.replace(notInNames, ''))
    .map((word) =>
      Array.from(letters.segment(word), ({ segment }) => segment)
        .slice(0, longestPart)
        .join(''),
    )
    .filter((word) => word !== '');
  return `${[title, ...parts, day].join('_')}.csv`;
}
