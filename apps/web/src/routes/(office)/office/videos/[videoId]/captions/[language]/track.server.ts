import { captionLanguages, type CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import type { RequestEvent } from '@sveltejs/kit';
import { filmPath } from '../../film.server.ts';

/** The caption language that an address names. */
export function captionLanguageOf(named: string | undefined): CaptionLanguage | undefined {
  return captionLanguages.find((language) => language === named);
}

/** The API's address of the track that the page's address names. */
export function trackPath(event: RequestEvent): string {
  return `${filmPath(event.params.videoId)}/captions/${encodeURIComponent(event.params.language ?? '')}`;
}
