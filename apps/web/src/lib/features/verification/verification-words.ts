import { verification as easy } from '#lib/i18n/messages/easy/verification.ts';
import { verification as en } from '#lib/i18n/messages/en/verification.ts';
import { verification as ja } from '#lib/i18n/messages/ja/verification.ts';
import type { VerificationWords } from '#lib/i18n/messages/verification-words.ts';
import type { PageLanguage } from '#lib/i18n/page-language.ts';

const words: Record<PageLanguage, VerificationWords> = { ja, easy, en };

/** The texts for checking a certificate, in a language. */
export function wordsOf(language: PageLanguage): VerificationWords {
  return words[language];
}
