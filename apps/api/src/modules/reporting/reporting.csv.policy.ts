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
