import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';
import { FileUpload } from '#lib/ui/upload/file-upload.svelte.ts';

/** The name under which a film's unfinished upload is stored in this browser. */
export function filmPlace(videoId: string): string {
  return `film-upload:${videoId}`;
}

/** The upload of a film's file, which goes on while the person visits other pages. */
export class FilmUpload extends FileUpload {
  constructor(
    readonly videoId: string,
    readonly title: string,
    file: File,
    knownAddress: string | null,
  ) {
    const handOverPath = filledPath(browserPaths.addVideoSource, { videoId });
    super({ purpose: 'film', place: filmPlace(videoId), handOverPath }, file, knownAddress);
  }
}
