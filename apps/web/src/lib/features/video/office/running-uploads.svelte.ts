import { browser } from '$app/env';
import { FilmUpload } from './film-upload.svelte.ts';

/** Uploads of this tab by their film. They go on while the person looks at other pages; a server has none. */
const uploads = $state<Record<string, FilmUpload>>({});

/** The upload of a film that runs in this tab. */
export function runningUpload(videoId: string): FilmUpload | undefined {
  return uploads[videoId];
}

/** Every upload of this tab. */
export function runningUploads(): FilmUpload[] {
  return Object.values(uploads);
}

/** Begins to send a film's file; `address` is that of an earlier visit's upload of the same file. */
export function startUpload(
  film: { videoId: string; title: string },
  file: File,
  address: string | null = null,
): void {
  if (!browser) throw new Error('a file is sent from a browser only');
  uploads[film.videoId] = new FilmUpload(film.videoId, film.title, file, address);
}

/** Takes an upload that is over out of the list. */
export function forgetRunning(videoId: string): void {
  delete uploads[videoId];
}
