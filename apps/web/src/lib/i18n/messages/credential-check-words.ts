import type { credentialCheck } from './ja/credential-check.ts';
import type { Sentences } from './sentences.ts';

/** The texts for checking a digital certificate, in any language. */
export type CredentialCheckWords = Sentences<typeof credentialCheck>;
