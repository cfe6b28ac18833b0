import { pageLanguageNames } from './messages/page-languages.ts';

/** In which words a page speaks that anybody may be shown; `easy` is Easy Japanese. */
export type PageLanguage = keyof typeof pageLanguageNames;

/** The languages with the name that each has for itself, in the order in which they are offered. */
export const pageLanguages = Object.entries(pageLanguageNames) as [PageLanguage, string][];

/** The language that an address asks for with ?lang=; Japanese where it asks for none that we have. */
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
