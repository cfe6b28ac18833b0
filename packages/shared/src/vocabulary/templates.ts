/** plain A4横書き, portrait 賞状縦 (vertical writing), landscape 賞状横 (vertical writing), card カード. */
export const sheetLayouts = ['plain', 'portrait', 'landscape', 'card'] as const;
export type SheetLayout = (typeof sheetLayouts)[number];

/** ja 日本語, easy やさしい日本語, en English. */
export const sheetLanguages = ['ja', 'easy', 'en'] as const;
export type SheetLanguage = (typeof sheetLanguages)[number];

export const sheetTypefaces = ['mincho', 'gothic'] as const;
export type SheetTypeface = (typeof sheetTypefaces)[number];

/** How numbers are written in vertical text: kanji 漢数字, arabic 算用数字 (two digits side by side). */
export const sheetNumerals = ['kanji', 'arabic'] as const;
export type SheetNumerals = (typeof sheetNumerals)[number];

/** none なし, simple 一重, double 二重 (blue and gold), ornate 雷文 (a band of gold meanders). */
export const sheetBorders = ['none', 'simple', 'double', 'ornate'] as const;
export type SheetBorder = (typeof sheetBorders)[number];

/** The lower corner for the QR code. */
export const sheetQrPlaces = ['left', 'right', 'none'] as const;
export type SheetQrPlace = (typeof sheetQrPlaces)[number];

/** The placeholders that a template's 本文 may contain, in the order in which the editor lists them. */
export const sheetPlaceholders = [
  'courseTitle',
  'runName',
  'fiscalYear',
  'completedOn',
  'issuedOn',
  'number',
] as const;
export type SheetPlaceholder = (typeof sheetPlaceholders)[number];

/**
 * Sample names for previews: usual, supplementary (𠮷, outside the basic plane), variant (邉 with a selector), long (200
 * characters).
 */
export const sheetSamples = ['usual', 'supplementary', 'variant', 'long'] as const;
export type SheetSample = (typeof sheetSamples)[number];

/** Whether the text runs from top to bottom. */
export function isVertical(layout: SheetLayout): boolean {
  return layout === 'portrait' || layout === 'landscape';
}
