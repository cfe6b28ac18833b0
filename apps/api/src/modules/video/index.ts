export { VideoModule } from './video.module.js';
export { VideoCatalogue } from './video.catalogue.service.js';
export { FilmRefused, type FilmImport } from './video.film-folder.js';
export { VideoReader } from './video.reader.js';
export { WatchReader, watchOf, type Watched } from './video.watch.reader.js';
export { Watching, type WatchContext } from './video.watch.service.js';
export { ShowableFilms, type ShowableFilmFacts } from './video.showable.reader.js';
export { ShowingCreditsReader } from './video.showing-credits.reader.js';
export { ShowingCredits, type Showing } from './video.showing-credits.service.js';
