import { verification as easy } from '#lib/i18n/messages/easy/verification.ts';
import { verification as en } from '#lib/i18n/messages/en/verification.ts';
import { verification as ja } from '#lib/i18n/messages/ja/verification.ts';
import type { VerificationWords } from '#lib/i18n/messages/verification-words.ts';
import { verificationLanguageNames } from '#lib/i18n/messages/verification-languages.ts';

/** In which words the check of a certificate speaks; `easy` is やさしい日本語. */
export type VerificationLanguage = keyof typeof verificationLanguageNames;

/** The languages with the name that each has for itself, in the order in which they are offered. */
export const verificationLanguages = Object.entries(verificationLanguageNames) as [
  VerificationLanguage,
  string,
][];

const words: Record<VerificationLanguage, VerificationWords> = { ja, easy, en };

/** The language that an address asks for with ?lang=; Japanese where it asks for none that we have. */
export function languageOf(url: {
  searchParams: { get(name: string): string | null };
}): VerificationLanguage {
  const asked = url.searchParams.get('lang');
  return asked === 'easy' || asked === 'en' ? asked : 'ja';
}

/** The words of a language. */
export function wordsOf(language: VerificationLanguage): VerificationWords {
  return words[language];
}

/** The value of the lang attribute: やさしい日本語 is Japanese. */
export function langAttribute(language: VerificationLanguage): 'ja' | 'en' {
  return language === 'en' ? 'en' : 'ja';
}

/** The query that keeps the language on the next page: '' for Japanese. */
export function languageQuery(language: VerificationLanguage): string {
  return language === 'ja' ? '' : `?lang=${language}`;
}
