import { StreamableFile } from '@nestjs/common';

/** A finished export. */
export interface ExportFile {
  /** With date and extension. */
  name: string;
  content: Buffer;
  /** UTF-8 where it says nothing. */
  charset?: 'Shift_JIS';
}

/** A CSV as a download. Names outside ASCII travel as RFC 8187 says. */
export function toDownload(file: ExportFile): StreamableFile {
  return new StreamableFile(file.content, {
    type: `text/csv; charset=${file.charset ?? 'utf-8'}`,
    disposition: `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
