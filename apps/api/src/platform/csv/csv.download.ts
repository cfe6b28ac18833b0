import { StreamableFile } from '@nestjs/common';

/** A finished export. */
export interface ExportFile {
  /** Including date and extension. */
  name: string;
  content: Buffer;
  /** UTF-8 by default. */
  charset?: 'Shift_JIS';
}

/** Sends a CSV as a download. Non-ASCII names are encoded according to RFC 8187. */
export function toDownload(file: ExportFile): StreamableFile {
  return new StreamableFile(file.content, {
    type: `text/csv; charset=${file.charset ?? 'utf-8'}`,
    disposition: `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
