import { browser } from '$app/env';
import { FilmUpload } from './film-upload.ts';

/**
 * Uploads of this tab by film. They continue while the person visits other pages; on the server this is always empty.
 */
const uploads = $state<Record<string, FilmUpload>>({});

/** The running upload of a film in this tab. */
export function runningUpload(videoId: string): FilmUpload | undefined {
  return uploads[videoId];
}

/** Every upload of this tab. */
export function runningUploads(): FilmUpload[] {
  return Object.values(uploads);
}

/** Starts sending a film's file; `address` is that of the same file's upload from an earlier visit. */
export function startUpload(
  film: { videoId: string; title: string },
  file: File,
  address: string | null = null,
): void {
  if (!browser) throw new Error('a file is sent from a browser only');
  uploads[film.videoId] = new FilmUpload(film.videoId, film.title, file, address);
}

/** Removes a finished upload from the list. */
export function forgetRunning(videoId: string): void {
  delete uploads[videoId];
}
