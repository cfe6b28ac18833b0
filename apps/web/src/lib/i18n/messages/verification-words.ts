import type { verification } from './ja/verification.ts';

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> };

/** The words of the certificate check in any language: those of ja/verification.ts, which come first. */
export type VerificationWords = Sentences<typeof verification>;
