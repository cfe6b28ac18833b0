export { SheetPress } from './templates.press.js';
export { SheetDesigns, type UsedDesign } from './templates.designs.service.js';
export { TemplatesModule } from './templates.module.js';
export { bodyValues, pileWords } from './templates.sheet-words.js';
export type { CertificateText, SheetAttachment, SheetImage, SheetOptions } from './templates.sheet-text.js';
export { nameSheetSource, type NameSheet } from './templates.name-sheet.js';
export {
  envelopeHonorific,
  envelopeSheetSource,
  labelSheetSource,
  type EnvelopeAddress,
  type EnvelopeSheet,
} from './templates.envelope-sheet.js';
export {
  ledgerSheetSource,
  ledgerSheetWords,
  missingMark,
  type LedgerSheet,
} from './templates.ledger-sheet.js';
export type { FontRun } from './templates.glyphs.js';
export { Typesetting } from './templates.typesetting.js';
export { TemplatesReader } from './templates.reader.js';
export type { SupporterCardText } from './templates.supporter-card-sheet.js';
