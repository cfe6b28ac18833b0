import { StreamableFile } from '@nestjs/common';

import type { ExportFile } from './reporting.exports.reader.js';

/** A CSV as a download. Names outside ASCII travel as RFC 8187 says. */
export function toDownload(file: ExportFile): StreamableFile {
  return new StreamableFile(file.content, {
    type: `text/csv; charset=${file.charset ?? 'utf-8'}`,
    disposition: `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
