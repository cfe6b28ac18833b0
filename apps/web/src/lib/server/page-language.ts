import { languageOf, type PageLanguage } from '#lib/i18n/page-language.ts';

const inSeveralLanguages = /^\/\(public\)\/(?:v|verify)(?:\/|$)/;

/** The language of a page: of those that have several the one of its address. */
export function pageLanguageIn(route: string | null, url: URL): PageLanguage {
  return inSeveralLanguages.test(route ?? '') ? languageOf(url) : 'ja';
}
