export { TranscodingModule } from './transcoding.module.js';
export {
  transcodingFailed,
  transcodingFinished,
  type PreparedFilm,
  type TranscodingFailed,
  type TranscodingFinished,
} from './transcoding.events.js';
export { TranscodeReader } from './transcoding.reader.js';
export { Transcoding, type TranscodeRequest } from './transcoding.service.js';
