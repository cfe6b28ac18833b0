import type { verification } from './ja/verification.ts';
import type { Sentences } from './sentences.ts';

/** The words of the certificate check in any language. */
export type VerificationWords = Sentences<typeof verification>;
