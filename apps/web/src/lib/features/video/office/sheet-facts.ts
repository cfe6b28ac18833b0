import type { OfficeVideoSummary } from '@kizuna/shared/contracts/video';

/** What a print sheet says of a film. */
export type SheetFacts = Pick<OfficeVideoSummary, 'title' | 'version' | 'durationMs'>;

/** The papers of print sheets: one film on an A4, or four times the same on an A4 to cut into A6. */
export const sheetSizes = ['a4', 'a6'] as const;
export type SheetSize = (typeof sheetSizes)[number];
