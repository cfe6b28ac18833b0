import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { TranscodingService } from '../../src/modules/transcoding/index.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import type { TestApi } from '../support/api.js';

/** A file that `personId` has sent whole, and that was taken; answers the id of the upload. */
export async function aTakenUpload(
  api: TestApi,
  personId: string,
  file: string,
  fileName = path.basename(file),
): Promise<string> {
  const id = api.get(Ids).next();
  const folder = path.join(api.get(AppConfig).dataDir, 'uploads');
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, path.join(folder, id));
  await api.write(
    `INSERT INTO uploads (id, person_id, purpose, file_name, size_bytes, state, created_at, expires_at)
     VALUES ($1, $2, 'film', $3, greatest($4, 1), 'taken', $5, $5)`,
    [id, personId, fileName, statSync(file).size, api.clock.now()],
  );
  return id;
}

/** Asks for the transcode of a file; answers what it was asked for. */
export async function aTranscode(
  api: TestApi,
  personId: string,
  file: string,
  fileName = path.basename(file),
) {
  const uploadId = await aTakenUpload(api, personId, file, fileName);
  const subjectId = randomUUID();
  const request = { uploadId, subjectId, fileName, sizeBytes: statSync(file).size };
  const transcodeId = await api.get(Transactions).run(() => api.get(TranscodingService).request(request));
  return { transcodeId, subjectId, uploadId };
}
