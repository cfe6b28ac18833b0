/** The columns of a list of paper certificates, with the headings that old ledgers use for them. */
export const paperColumns = {
  fiscalYear: ['年度'],
  course: ['講座', '講座名', '課程', '研修名'],
  number: ['番号', '修了番号', '証書番号', '修了証番号'],
  name: ['氏名', '名前', 'お名前', '修了者'],
  kana: ['ふりがな', 'フリガナ', 'かな', 'カナ', 'よみ'],
  completedOn: ['修了日', '修了年月日'],
  issuedOn: ['発行日', '交付日', '発行年月日', '交付年月日'],
  issuerHead: ['会長名', '会長', '発行者', '代表者'],
  note: ['備考', '摘要'],
} as const;
export type PaperColumn = keyof typeof paperColumns;

/** Columns without which a row is useless. */
export const requiredPaperColumns: readonly PaperColumn[] = ['fiscalYear', 'course', 'number', 'name'];

/** 「第12号」: the number for a stage that is not a course in the system. */
export function formatPaperNumber(serial: number): string {
  return `第${serial}号`;
}

/** The 12 of 「12」, 「第12号」, 「１２号」; undefined if the number contains more than that. */
export function serialOfTyped(number: string): number | undefined {
  const match = /^第?(\d{1,6})号?$/.exec(number.normalize('NFKC').replace(/\s/g, ''));
  const serial = match ? Number(match[1]) : 0;
  return serial >= 1 ? serial : undefined;
}
