import { z } from 'zod';
import { certificateBatchId, certificateId, courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { sheetLanguages } from '../vocabulary/templates.js';
import { civilDate, count, cursor, instant, pageOf } from './fields.js';

/** The maximum number of certificates in a batch. */
export const mostInBatch = 1000;

export const IssueBody = z
  .object({
    /** All must belong to the same run. */
    enrolmentIds: z
      .array(enrolmentId)
      .min(1, { error: 'certification.nobody_chosen' })
      .max(mostInBatch, { error: 'certification.too_many_chosen' }),
    /** The enrolments among them whose name is left blank on the paper, to be written with a brush. */
    blankNames: z.array(enrolmentId).max(mostInBatch, { error: 'certification.too_many_chosen' }).default([]),
    issuedOn: civilDate.optional(),
    /** Selects one of the course's templates. */
    language: z.enum(sheetLanguages, { error: 'platform.invalid_input' }).default('ja'),
  })
  .meta({ id: 'IssueBody' });
export type IssueBody = z.infer<typeof IssueBody>;

const who = { enrolmentId, personId, name: z.string(), kana: z.string() };

/** Progress of a batch. */
export const CertificateBatchView = z
  .object({
    certificateBatchId,
    courseRunId,
    courseTitle: z.string(),
    runName: z.string(),
    issuedOn: civilDate,
    askedAt: instant,
    askedBy: z.string().nullable(),
    /** Null while any item is still waiting. */
    finishedAt: instant.nullable(),
    total: count,
    issued: count,
    refused: count,
    /** The people who were refused, each with the error code and its parameters. */
    refusals: z.array(z.object({ ...who, code: z.string(), params: z.record(z.string(), z.string()) })),
  })
  .meta({ id: 'CertificateBatchView' });
export type CertificateBatchView = z.infer<typeof CertificateBatchView>;
export const CertificateBatchList = z
  .object({ items: z.array(CertificateBatchView.omit({ refusals: true })) })
  .meta({ id: 'CertificateBatchList' });
export type CertificateBatchList = z.infer<typeof CertificateBatchList>;

export const BatchItemListQuery = z
  .object({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(mostInBatch).default(100) })
  .meta({ id: 'BatchItemListQuery' });
export type BatchItemListQuery = z.infer<typeof BatchItemListQuery>;
export const BatchItemPage = pageOf(
  z.object({ ...who, certificateId, number: z.string(), nameLeftBlank: z.boolean() }),
).meta({ id: 'BatchItemPage' });
export type BatchItemPage = z.infer<typeof BatchItemPage>;
