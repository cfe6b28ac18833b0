export { SheetPress } from './typesetting/sheet-press.js';
export { SheetDesignService, type UsedDesign } from './sheet-design.service.js';
export { TemplatesModule } from './templates.module.js';
export { bodyValues, pileWords } from './sheets/sheet-words.js';
export type { CertificateText, SheetAttachment, SheetImage, SheetOptions } from './sheets/sheet-text.js';
export { nameSheetSource, type NameSheet } from './sheets/name-sheet.js';
export {
  envelopeHonorific,
  envelopeSheetSource,
  labelSheetSource,
  type EnvelopeAddress,
  type EnvelopeSheet,
} from './sheets/envelope-sheet.js';
export { ledgerSheetSource, ledgerSheetWords, missingMark, type LedgerSheet } from './sheets/ledger-sheet.js';
export type { FontRun } from './glyphs/glyphs.js';
export { Typesetting } from './typesetting/typesetting.js';
export { TemplatesReader } from './templates.reader.js';
export type { SupporterCardText } from './sheets/supporter-card-sheet.js';
