export { SheetPress } from './templates.press.js';
export { TemplatesModule } from './templates.module.js';
export { sheetWords, type CertificateText } from './templates.sheet.js';
export { Typesetting } from './templates.typesetting.js';
