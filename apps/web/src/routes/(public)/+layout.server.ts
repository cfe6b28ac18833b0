import { frame as easy } from '#lib/i18n/messages/easy/frame.ts';
import { frame as en } from '#lib/i18n/messages/en/frame.ts';
import { pageLanguageIn } from '#lib/server/page-language.ts';
import type { LayoutServerLoad } from './$types';

/** Pages that speak several languages get the words of the frame with their data; the others ship Japanese only. */
export const load: LayoutServerLoad = ({ route, url }) => {
  const language = pageLanguageIn(route.id, url);
  return { language, frame: language === 'ja' ? null : { easy, en }[language] };
};
