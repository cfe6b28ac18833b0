import { z } from 'zod';
import { certificateStates, reissueReasons } from '../vocabulary/certification.js';
import { certificateId, courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { civilDate, count, line, listQuery, pageOf } from './fields.js';

const state = z.enum(certificateStates);

export const PreviewBody = z
  .object({ enrolmentId, nameLeftBlank: z.boolean().default(false) })
  .meta({ id: 'PreviewBody' });
export type PreviewBody = z.infer<typeof PreviewBody>;

export const CertificateView = z
  .object({
    certificateId,
    enrolmentId,
    personId,
    /** 「令和8年度 入門 第12号」 */
    number: z.string(),
    serial: count,
    fiscalYear: z.number().int(),
    courseRunId,
    courseTitle: z.string(),
    runName: z.string(),
    name: z.string(),
    /** The name is left blank on the paper, to be written with a brush (筆書き). */
    nameLeftBlank: z.boolean(),
    issuedOn: civilDate,
    completedOn: civilDate,
    state,
    /** 1 for the first paper, one more for each 再交付; only the last copy can be valid. */
    copy: count,
    reissueReason: z.enum(reissueReasons).nullable(),
    revokedReason: z.string().nullable(),
    verifyUrl: z.string(),
    /** The code that is typed together with the number. */
    verifyCode: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'CertificateView' });
export type CertificateView = z.infer<typeof CertificateView>;
export const CertificateList = z.object({ items: z.array(CertificateView) }).meta({ id: 'CertificateList' });
export type CertificateList = z.infer<typeof CertificateList>;

export const CertificateListQuery = z
  .object({
    ...listQuery,
    fiscalYear: z.coerce.number().int().optional(),
    courseRunId: courseRunId.optional(),
  })
  .meta({ id: 'CertificateListQuery' });
export type CertificateListQuery = z.infer<typeof CertificateListQuery>;
export const CertificatePage = pageOf(CertificateView).meta({ id: 'CertificatePage' });
export type CertificatePage = z.infer<typeof CertificatePage>;

export const RevocationBody = z
  .object({ reason: line(300, 'enrolment.reason_required') })
  .meta({ id: 'RevocationBody' });
export type RevocationBody = z.infer<typeof RevocationBody>;

/** `name` is the name that was displayed; the request is refused if the current name differs. */
export const ReissueBody = z
  .object({
    reason: z.enum(reissueReasons, { error: 'certification.reissue_reason_required' }),
    name: z.string().min(1).max(200),
  })
  .meta({ id: 'ReissueBody' });
export type ReissueBody = z.infer<typeof ReissueBody>;

const CopyWords = z.object({
  name: z.string(),
  issuer: z.string(),
  issuerHead: z.string(),
  issuedOn: civilDate,
});
export const ReissuePreview = z
  .object({ copy: count, before: CopyWords, after: CopyWords, undrawable: z.array(z.string()) })
  .meta({ id: 'ReissuePreview' });
export type ReissuePreview = z.infer<typeof ReissuePreview>;

/** The issuer: the council's name and its head with title, as printed. */
export const IssuerBody = z.object({ issuer: line(100), issuerHead: line(100) }).meta({ id: 'IssuerBody' });
export type IssuerBody = z.infer<typeof IssuerBody>;
export const IssuerView = z.object({ issuer: z.string(), issuerHead: z.string() }).meta({ id: 'IssuerView' });
export type IssuerView = z.infer<typeof IssuerView>;
