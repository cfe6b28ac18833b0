import type { SignedInPerson } from '@kizuna/shared/contracts/people';
import type { FrameWords } from '#lib/i18n/messages/frame-words.ts';
import type { PageLanguage } from '#lib/i18n/page-language.ts';

declare global {
  namespace App {
    interface Error {
      /** 「お問い合わせ番号」: finds the request in the logs of web and API. */
      requestId?: string;
    }
    interface Locals {
      requestId: string;
      textSize: 'normal' | 'large' | 'xlarge';
      /** Who is signed in, read at most once in a request. */
      person?: Promise<SignedInPerson | null>;
      /** What the first answer of the API says of it; undefined where it says nothing. */
      firstAnswer?: Promise<SignedInPerson | null | undefined>;
    }
    interface PageData {
      /** Name of the page in the title bar: every page gives one from its load. */
      title?: string;
      /** Of the pages that speak several. */
      language?: PageLanguage;
      frame?: FrameWords | null;
    }
  }
}

export {};
