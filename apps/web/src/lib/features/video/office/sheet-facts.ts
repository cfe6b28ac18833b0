import type { OfficeVideoSummary } from '@kizuna/shared/contracts/video';

/** What a print sheet shows about a film. */
export type SheetFacts = Pick<OfficeVideoSummary, 'title' | 'version' | 'durationMs'>;

/** Paper sizes of print sheets: one film on an A4, or the same sheet four times on an A4 to cut into A6. */
export const sheetSizes = ['a4', 'a6'] as const;
export type SheetSize = (typeof sheetSizes)[number];
