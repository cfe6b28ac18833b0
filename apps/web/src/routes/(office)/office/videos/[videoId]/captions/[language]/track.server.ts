import { captionLanguages, type CaptionLanguage } from '@kizuna/shared/vocabulary/video';

/** The caption language that an address names. */
export function captionLanguageOf(named: string | undefined): CaptionLanguage | undefined {
  return captionLanguages.find((language) => language === named);
}
