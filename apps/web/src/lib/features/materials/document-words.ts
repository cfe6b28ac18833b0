import { formatDate } from '#lib/i18n/format.ts';
import { materials } from '#lib/i18n/messages/ja/materials.ts';
import { t } from '#lib/i18n/t.ts';

/** 「1.2MB」「240KB」: as in file lists, never 0. */
export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1_000_000)
    return t(materials.kilobytes, { size: Math.max(1, Math.round(sizeBytes / 1000)) });
  return t(materials.megabytes, { size: (sizeBytes / 1_000_000).toFixed(1) });
}

/** 「PDF 1.2MB・4ページ」 */
export function documentWords(document: { sizeBytes: number; pageCount: number }): string {
  return t(materials.size, { size: sizeWords(document.sizeBytes), count: document.pageCount });
}

/** 「令和8年発行」 */
export function yearWords(year: number): string {
  return t(materials.year, { era: formatDate(`${year}-12-31`).replace(/\d+月.*$/, '') });
}
