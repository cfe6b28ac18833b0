/**
 * tus 1.0 resumable uploads (https://tus.io/protocols/resumable-upload): core with creation, creation-with-upload,
 * expiration and termination. `Upload-Metadata: filename <base64>,purpose <base64>`; purposes are in
 * vocabulary/uploads. Refusals have the same body as those of all endpoints.
 */
import { z } from 'zod';
import { uploadId } from '../vocabulary/ids.js';
import { uploadPurposes, uploadStates } from '../vocabulary/uploads.js';
import { count, instant, line } from './fields.js';

/** Progress of an upload. */
export const UploadView = z
  .object({
    uploadId,
    purpose: z.enum(uploadPurposes),
    fileName: z.string(),
    sizeBytes: count,
    receivedBytes: count,
    state: z.enum(uploadStates),
    /** When it is deleted, unless a command has used the file. */
    expiresAt: instant,
  })
  .meta({ id: 'UploadView' });
export type UploadView = z.infer<typeof UploadView>;

/** Required content of the Upload-Metadata header. */
export const UploadMetadata = z.object({
  filename: line(200, 'uploads.name_required'),
  purpose: z.enum(uploadPurposes, { error: 'uploads.purpose_unknown' }),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;
