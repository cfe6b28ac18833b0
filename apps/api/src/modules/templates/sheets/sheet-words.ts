import { formatFiscalYear, formatJapaneseDate, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { withKanjiNumerals } from '@kizuna/shared/rules/kanji-numerals';
import { isVertical, type SheetLanguage, type SheetPlaceholder } from '@kizuna/shared/vocabulary/templates';
import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';

/** The fixed texts of a sheet in one language. */
export interface SheetWords {
  /** The BCP 47 tag, for the file. */
  language: string;
  completedOn: string;
  issuedOn: string;
  bornOn(day: string): string;
  verifyHint: string;
  verifyCode: string;
  verifyFigure: string;
  /** The line on a reissued certificate. */
  reissued(copy: number): string;
  preview: string;
  logo: string;
  seal: string;
  cut: string;
  description(title: string, issuer: string): string;
}

const japanese: SheetWords = {
  language: 'ja',
  completedOn: '修了日',
  issuedOn: '発行日',
  bornOn: (day) => `${day}生`,
  verifyHint: 'この修了証は、二次元コードから確かめられます。',
  verifyCode: '確認番号',
  verifyFigure: '確認のための二次元コード',
  reissued: (copy) => `再交付 ${copy}通目`,
  preview: '見本',
  logo: '発行者のしるし',
  seal: '発行者の印',
  cut: '実際の大きさ(100%)で印刷し、線で切り取ってください。',
  description: (title, issuer) => `${issuer}の${title}`,
};

const words: Readonly<Record<SheetLanguage, SheetWords>> = {
  ja: japanese,
  easy: {
    ...japanese,
    completedOn: 'おわった日',
    issuedOn: 'わたした日',
    bornOn: (day) => `${day}に生まれました`,
    verifyHint: 'この紙が本物か、四角いもようで見ることができます。',
    verifyCode: 'たしかめる番号',
    verifyFigure: '本物かどうか、たしかめるための、四角いもよう',
    reissued: (copy) => `もう一度 つくりました(${copy}枚目)`,
    cut: '大きさ100%で印刷して、線で切ってください。',
  },
  en: {
    language: 'en',
    completedOn: 'Completed on',
    issuedOn: 'Issued on',
    bornOn: (day) => `Born ${day}`,
    verifyHint: 'Scan the code to verify this certificate.',
    verifyCode: 'Verification code',
    verifyFigure: 'QR code for verification',
    reissued: (copy) => `Reissued, copy no. ${copy}`,
    preview: 'SAMPLE',
    logo: 'Mark of the issuer',
    seal: 'Seal of the issuer',
    cut: 'Print at actual size (100%) and cut along the marks.',
    description: (title, issuer) => `${title}, ${issuer}`,
  },
};

/** The fixed texts of a language. */
export function wordsOf(language: SheetLanguage): SheetWords {
  return words[language];
}

/** The metadata of a file that merges several certificates. */
export const pileWords = { title: '修了証', language: 'ja' } as const;

type Writing = Pick<SheetDesign, 'layout' | 'language' | 'numerals'>;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date in the design's style: 令和8年11月23日, 令和八年十一月二十三日, 23 November 2026. The first year is 元年. */
export function sheetDate(day: CivilDate, design: Writing): string {
  if (design.language !== 'en') return sheetNumber(formatJapaneseDate(day), design);
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

/** A fiscal year in the design's style. */
function sheetFiscalYear(fiscalYear: number, design: Writing): string {
  return design.language === 'en'
    ? `fiscal year ${fiscalYear}`
    : sheetNumber(formatFiscalYear(fiscalYear), design);
}

/** A text with its numbers in the design's style. */
export function sheetNumber(text: string, design: Writing): string {
  return isVertical(design.layout) && design.numerals === 'kanji' ? withKanjiNumerals(text) : text;
}

/** The values for the placeholders of a 本文. */
export interface BodyFacts {
  courseTitle: string;
  runName: string;
  fiscalYear: number;
  completedOn: CivilDate;
  issuedOn: CivilDate;
  number: string;
}

/** The placeholders' values in the design's style. */
export function bodyValues(facts: BodyFacts, design: Writing): Record<SheetPlaceholder, string> {
  return {
    courseTitle: facts.courseTitle,
    runName: facts.runName,
    fiscalYear: sheetFiscalYear(facts.fiscalYear, design),
    completedOn: sheetDate(facts.completedOn, design),
    issuedOn: sheetDate(facts.issuedOn, design),
    number: sheetNumber(facts.number, design),
  };
}
