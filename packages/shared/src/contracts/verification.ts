/**
 * Verification of certificates, for everybody and for machines. Wrong answers are limited by network address: 429
 * verification.limited with Retry-After.
 */
import { z } from 'zod';
import { certificateStates } from '../vocabulary/certification.js';
import { fileOutcomes } from '../vocabulary/verification.js';
import { civilDate, count, instant } from './fields.js';

export const VerificationBody = z
  .object({
    number: z.string().trim().min(1, { error: 'verification.number_invalid' }).max(60),
    code: z.string().trim().min(1, { error: 'verification.code_invalid' }).max(200),
  })
  .meta({ id: 'VerificationBody' });
export type VerificationBody = z.infer<typeof VerificationBody>;

/** The SHA-256 of a PDF: the file itself is not sent to the API. */
export const FileVerificationBody = z
  .object({
    sha256: z
      .string({ error: 'verification.file_required' })
      .regex(/^[0-9a-f]{64}$/i, { error: 'verification.file_required' }),
  })
  .meta({ id: 'FileVerificationBody' });
export type FileVerificationBody = z.infer<typeof FileVerificationBody>;

/** Exactly what is printed on the paper, and whether it is valid; nothing else. */
export const VerificationView = z
  .object({
    /** 「令和8年度 入門 第12号」 */
    number: z.string(),
    courseTitle: z.string(),
    name: z.string(),
    /** The name is left blank in the file and written on the paper with a brush. */
    nameLeftBlank: z.boolean(),
    /** The wording (本文) of the paper. */
    body: z.string(),
    completedOn: civilDate,
    issuedOn: civilDate,
    issuer: z.string(),
    issuerHead: z.string(),
    /** 1 for the first paper, one more for each 再交付. */
    copy: count,
    /** valid · replaced (a later copy was issued) · revoked (by the issuer) */
    state: z.enum(certificateStates),
    /** When the copy was replaced or revoked; null while it is valid. */
    invalidSince: instant.nullable(),
    checkedAt: instant,
  })
  .meta({ id: 'VerificationView' });
export type VerificationView = z.infer<typeof VerificationView>;

/** `certificate` is set for a recorded file only, and only its `state` says whether it is valid. */
export const FileVerificationView = z
  .object({
    outcome: z.enum(fileOutcomes),
    certificate: VerificationView.nullable(),
    checkedAt: instant,
  })
  .meta({ id: 'FileVerificationView' });
export type FileVerificationView = z.infer<typeof FileVerificationView>;

/** One X.509 certificate of a key with which the council has signed files. */
export const SignerView = z
  .object({
    /** The council's name in the certificate (common name). */
    name: z.string(),
    /** DER in base64. */
    certificate: z.string(),
    since: instant,
    retiredAt: instant.nullable(),
  })
  .meta({ id: 'SignerView' });
export type SignerView = z.infer<typeof SignerView>;
export const SignerList = z.object({ items: z.array(SignerView) }).meta({ id: 'SignerList' });
export type SignerList = z.infer<typeof SignerList>;
