export { TranscodingModule } from './transcoding.module.js';
export {
  transcodingFailed,
  transcodingFinished,
  type PreparedFilm,
  type TranscodingFailed,
  type TranscodingFinished,
} from './transcoding.events.js';
export { TranscodingReader } from './transcoding.reader.js';
export type { TranscodeRequest } from './transcode-request.js';
export { TranscodingService } from './transcoding.service.js';
