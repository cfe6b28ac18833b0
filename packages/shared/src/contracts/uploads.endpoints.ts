import { uploadId } from '../vocabulary/ids.js';
import { browserPaths } from './browser-paths.js';
import { endpoint } from './endpoint.js';
import { UploadView } from './uploads.js';

export const uploadsEndpoints = {
  describeUploads: endpoint({
    method: 'OPTIONS',
    path: '/api/uploads',
    access: 'upload.create',
    summary: 'What the tus server can do.',
  }),
  createUpload: endpoint({
    method: 'POST',
    path: browserPaths.createUpload,
    access: 'upload.create',
    summary: 'tus: Upload-Length and Upload-Metadata; answers with Location.',
    upload: 'application/offset+octet-stream',
    status: 201,
  }),
  getUpload: endpoint({
    method: 'GET',
    path: '/api/uploads/:uploadId',
    access: 'upload.create',
    params: { uploadId },
    answer: UploadView,
  }),
  getUploadOffset: endpoint({
    method: 'HEAD',
    path: '/api/uploads/:uploadId',
    access: 'upload.create',
    summary: 'tus: the offset is in the headers.',
    params: { uploadId },
    status: 200,
  }),
  appendToUpload: endpoint({
    method: 'PATCH',
    path: '/api/uploads/:uploadId',
    access: 'upload.create',
    summary: 'tus: bytes from Upload-Offset on.',
    params: { uploadId },
    upload: 'application/offset+octet-stream',
  }),
  deleteUpload: endpoint({
    method: 'DELETE',
    path: '/api/uploads/:uploadId',
    access: 'upload.create',
    params: { uploadId },
  }),
};
