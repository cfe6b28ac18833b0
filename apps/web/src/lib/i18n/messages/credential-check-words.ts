import type { credentialCheck } from './ja/credential-check.ts';
import type { Sentences } from './sentences.ts';

/** The words of the check of a digital certificate in any language. */
export type CredentialCheckWords = Sentences<typeof credentialCheck>;
