import { credentialCheck as easy } from '#lib/i18n/messages/easy/credential-check.ts';
import { credentialCheck as en } from '#lib/i18n/messages/en/credential-check.ts';
import { credentialCheck as ja } from '#lib/i18n/messages/ja/credential-check.ts';
import type { CredentialCheckWords } from '#lib/i18n/messages/credential-check-words.ts';
import type { PageLanguage } from '#lib/i18n/page-language.ts';

const words: Record<PageLanguage, CredentialCheckWords> = { ja, easy, en };

/** The texts for checking a digital certificate, in a language. */
export function credentialWordsOf(language: PageLanguage): CredentialCheckWords {
  return words[language];
}
