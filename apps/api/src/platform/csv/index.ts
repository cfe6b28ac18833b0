export { csvOf, csvTextOf, type CsvRow } from './csv.js';
export { toDownload, type ExportFile } from './csv.download.js';
export { fileNameOf, neutralCell } from './csv.policy.js';
export { asShiftJis, substitute, toShiftJis } from './shift-jis.policy.js';
