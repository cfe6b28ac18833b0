import type { verification } from './ja/verification.ts';
import type { Sentences } from './sentences.ts';

/** The texts for checking a certificate, in any language. */
export type VerificationWords = Sentences<typeof verification>;
