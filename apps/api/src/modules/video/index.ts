export { VideoModule } from './video.module.js';
export { VideoCatalogue } from './video.catalogue.service.js';
export { FilmRefused, type FilmImport } from './video.film-folder.js';
export { WatchReader, type Watched } from './video.watch.reader.js';
export { Watching, type WatchContext } from './video.watch.service.js';
export { ShowingCredits, type Showing } from './video.showing-credits.service.js';
