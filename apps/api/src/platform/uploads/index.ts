export { UploadsModule } from './uploads.module.js';
export { Uploads, type TakenUpload } from './uploads.js';
