import { pageLanguageNames } from './messages/page-languages.ts';

/** The languages of pages that may be shown to anybody; `easy` is Easy Japanese. */
export type PageLanguage = keyof typeof pageLanguageNames;

/** The languages with their own names, in the order of the switch. */
export const pageLanguages = Object.entries(pageLanguageNames) as [PageLanguage, string][];

/** The language requested by `?lang=`; Japanese if there is none or it is unknown. */
export function languageOf(url: { searchParams: { get(name: string): string | null } }): PageLanguage {
  const asked = url.searchParams.get('lang');
  return asked === 'easy' || asked === 'en' ? asked : 'ja';
}

/** The value of the lang attribute: Easy Japanese is Japanese. */
export function langAttribute(language: PageLanguage): 'ja' | 'en' {
  return language === 'en' ? 'en' : 'ja';
}

/** The query that keeps the language on the next page: '' for Japanese. */
export function languageQuery(language: PageLanguage): string {
  return language === 'ja' ? '' : `?lang=${language}`;
}
