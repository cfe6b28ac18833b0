import type { VideoView } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';

type Film = Pick<VideoView, 'captions' | 'language'>;

/** This language if the film has captions in it, otherwise null. */
export function captionsIn({ captions }: Film, wanted: string | null): CaptionLanguage | null {
  return captions.find(({ language }) => language === wanted)?.language ?? null;
}

/** The captions to switch on: those in the language of the transcript, else the first; null without any. */
export function captionsOf(film: Film): CaptionLanguage | null {
  return captionsIn(film, film.language) ?? film.captions[0]?.language ?? null;
}
