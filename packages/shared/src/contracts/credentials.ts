/**
 * Documents of issued credentials. They are also served without /api, at the addresses that the credentials name:
 * /.well-known/did.json, /credentials/issuer, /credentials/achievements/…, /credentials/status/…, /credentials/badge.png.
 */
import { z } from 'zod';
import { credentialForms, credentialOutcomes, credentialRefusals } from '../vocabulary/credentials.js';
import { civilDate, instant } from './fields.js';

export const credentialForm = z.enum(credentialForms);
export const achievementId = z.uuid();
export const statusListNumber = z.coerce.number().int().min(1).max(100_000);

/** Maximum length in characters of a credential or of a picture containing one. */
export const longestCredential = 400_000;

/** A credential: JSON, the text of a .json, .jwt or .svg file, or a .png as `data:image/png;base64,…`. */
export const CredentialVerificationBody = z
  .object({
    credential: z
      .union(
        [
          z.string().trim().min(1, 'credentials.required'),
          z
            .record(z.string(), z.unknown())
            .refine((value) => Object.keys(value).length > 0, 'credentials.required'),
        ],
        { error: 'credentials.required' },
      )
      .refine((value) => typeof value !== 'string' || value.length <= longestCredential, {
        error: 'credentials.too_large',
      }),
  })
  .meta({ id: 'CredentialVerificationBody' });
export type CredentialVerificationBody = z.infer<typeof CredentialVerificationBody>;

/** `credential` is what was issued, for every outcome except `refused`; `reason` is set for `refused` only. */
export const CredentialVerdict = z
  .object({
    outcome: z.enum(credentialOutcomes),
    reason: z.enum(credentialRefusals).nullable(),
    credential: z
      .object({
        number: z.string(),
        name: z.string(),
        achievement: z.string(),
        issuer: z.string(),
        awardedOn: civilDate,
        validFrom: instant,
      })
      .nullable(),
    checkedAt: instant,
  })
  .meta({ id: 'CredentialVerdict' });
export type CredentialVerdict = z.infer<typeof CredentialVerdict>;
