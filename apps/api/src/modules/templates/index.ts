export { SheetPress } from './templates.press.js';
export { TemplatesModule } from './templates.module.js';
export { pileWords, sheetDate, sheetFiscalYear, sheetNumber } from './templates.sheet-words.js';
export {
  standardDesign,
  type CertificateText,
  type SheetAttachment,
  type SheetImage,
  type SheetOptions,
} from './templates.sheet-text.js';
export { Typesetting } from './templates.typesetting.js';
