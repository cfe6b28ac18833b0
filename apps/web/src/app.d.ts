import type { SignedInPerson } from '@kizuna/shared/contracts/people';

declare global {
  namespace App {
    interface Error {
      /** 「お問い合わせ番号」: finds the request in the logs of web and API. */
      requestId?: string;
    }
    interface Locals {
      requestId: string;
      textSize: 'normal' | 'large' | 'xlarge';
      /** The answer of GET /api/sign-in, asked at most once in a request. */
      person?: Promise<SignedInPerson | null>;
    }
    interface PageData {
      /** Name of the page in the title bar: every page gives one from its load. */
      title?: string;
    }
  }
}

export {};
