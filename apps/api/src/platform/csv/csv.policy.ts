/** Characters that start a formula in a spreadsheet, and their full-width forms. */
const formulaStart = /^[\s\u3000]*[=+\-@＝＋－＠\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;
const phoneLike = /^\+?\d[\d-]*$/;

/**
 * Neutralises a cell so that no spreadsheet runs it as a formula: a leading apostrophe makes it text (OWASP, CSV
 * injection). Numbers and telephone numbers are unchanged.
 */
export function neutralCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (plainNumber.test(text) || phoneLike.test(text)) return text;
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Characters that Windows, macOS or a shell does not accept in file names, and every kind of space. */
const notInNames = /[\\/:*?"<>|\p{C}\p{Z}]+/gu;
const longestPart = 20;

/** Builds a file name such as 「名簿_登録中_月午前_20260610.csv」: content, filters and date. */
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
