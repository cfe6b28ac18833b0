/**
 * Routes (certification: the ledger of all years):
 *  GET  /api/office/ledger/lines                               certificate.read  LedgerQuery → LedgerPage
 *  GET  /api/office/ledger/choices                             certificate.read → LedgerChoices
 *  GET  /api/office/ledger/sheet                               certificate.read  LedgerSheetQuery → PDF (A4 landscape, as a paper ledger)
 *  GET  /api/office/certificates/:certificateId/history        certificate.read → CertificateHistory
 *  POST /api/office/certificates/:certificateId/deliveries     certificate.issue  DeliveryBody → CertificateHistory (201; Idempotency-Key)
 *  GET  /api/office/course-runs/:courseRunId/envelopes         certificate.issue  EnvelopeQuery → PDF (those who get it by post, in the order of kana)
 *  GET  /api/office/course-runs/:courseRunId/envelopes/list    certificate.issue → EnvelopeList
 *  GET  /api/office/certificate-batches/:certificateBatchId/envelopes       certificate.issue  EnvelopeQuery → PDF (those of one batch)
 *  GET  /api/office/certificate-batches/:certificateBatchId/envelopes/list  certificate.issue → EnvelopeList
 *  GET  /api/office/paper-records/:paperRecordId               certificate.read → PaperRecordView
 *  POST /api/office/paper-records                              certificate.issue  PaperRecordBody → PaperRecordView (201; Idempotency-Key)
 *  POST /api/office/paper-records/:paperRecordId/corrections   certificate.issue  PaperCorrectionBody → PaperRecordView (201; Idempotency-Key)
 *  POST /api/office/paper-records/previews                     certificate.issue  PaperSheetBody → PaperSheetPreview
 *  POST /api/office/paper-records/sheets                       certificate.issue  PaperSheetBody → PaperSheetResult (201; Idempotency-Key)
 */
import { z } from 'zod';
import { isPartialDate } from '../rules/partial-date.js';
import { isKana } from '../rules/text.js';
import { certificateStates, reissueReasons } from '../vocabulary/certificates.js';
import { certificateId, courseId, courseRunId, paperRecordId, personId } from '../vocabulary/ids.js';
import { deliveriesByHand, deliveryKinds, ledgerStates } from '../vocabulary/ledger.js';
import { civilDate, count, instant, line, listQuery, name, pageOf } from './fields.js';

const partialDate = z
  .string({ error: 'certification.paper_date_invalid' })
  .refine(isPartialDate, { error: 'certification.paper_date_invalid' });

/** What narrows the ledger; the same words stand in the address of the page and of its exports. */
export const LedgerFilter = z
  .object({
    q: listQuery.q,
    fiscalYear: z.coerce.number().int().optional(),
    /** The title as it stands in the ledger: old stages are no courses of the system. */
    course: z.string().trim().max(400).optional(),
    courseRunId: courseRunId.optional(),
    state: z.enum(ledgerStates).optional(),
    /** first: 1通目, again: 再交付. */
    copy: z.enum(['first', 'again']).optional(),
    issuedFrom: civilDate.optional(),
    issuedTo: civilDate.optional(),
  })
  .meta({ id: 'LedgerFilter' });
export type LedgerFilter = z.infer<typeof LedgerFilter>;
export const LedgerQuery = z
  .object({ ...LedgerFilter.shape, cursor: listQuery.cursor, limit: listQuery.limit })
  .meta({ id: 'LedgerQuery' });
export type LedgerQuery = z.infer<typeof LedgerQuery>;

/** One paper: a copy that the system printed, or a line taken over from the paper ledger. */
export const LedgerLine = z
  .object({
    origin: z.enum(['system', 'paper']),
    /** Of the certificate, or of the newest version of the paper line. */
    id: z.uuid(),
    number: z.string(),
    copy: count,
    /** How many copies bear this number. */
    copies: count,
    name: z.string(),
    kana: z.string().nullable(),
    fiscalYear: z.number().int(),
    courseTitle: z.string(),
    runName: z.string().nullable(),
    completedOn: partialDate.nullable(),
    issuedOn: partialDate.nullable(),
    state: z.enum(ledgerStates),
    personId: personId.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'LedgerLine' });
export type LedgerLine = z.infer<typeof LedgerLine>;
export const LedgerPage = pageOf(LedgerLine).meta({ id: 'LedgerPage' });
export type LedgerPage = z.infer<typeof LedgerPage>;

/** What stands in the ledger, to choose from. */
export const LedgerChoices = z
  .object({ fiscalYears: z.array(z.number().int()), courses: z.array(z.string()) })
  .meta({ id: 'LedgerChoices' });
export type LedgerChoices = z.infer<typeof LedgerChoices>;

/** Without a year and a course: all of them, each beginning on a new page. */
export const LedgerSheetQuery = z
  .object({ fiscalYear: z.coerce.number().int().optional(), course: z.string().trim().max(400).optional() })
  .meta({ id: 'LedgerSheetQuery' });
export type LedgerSheetQuery = z.infer<typeof LedgerSheetQuery>;

/** What happened to a certificate and to the other copies of its number, the newest first. */
export const CertificateHistory = z
  .object({
    copies: z.array(
      z.object({
        certificateId,
        copy: count,
        name: z.string(),
        issuedOn: civilDate,
        state: z.enum(certificateStates),
      }),
    ),
    events: z.array(
      z.object({
        kind: z.enum(['issued', 'reissued', 'revoked', ...deliveryKinds]),
        copy: count,
        at: instant,
        /** The day that the office gave for what it did by hand. */
        day: civilDate.nullable(),
        byName: z.string().nullable(),
        reissueReason: z.enum(reissueReasons).nullable(),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CertificateHistory' });
export type CertificateHistory = z.infer<typeof CertificateHistory>;

export const DeliveryBody = z
  .object({
    kind: z.enum(deliveriesByHand, { error: 'certification.delivery_kind_required' }),
    deliveredOn: civilDate,
    note: line(200).optional(),
  })
  .meta({ id: 'DeliveryBody' });
export type DeliveryBody = z.infer<typeof DeliveryBody>;

/** `label`: A4 with twelve labels; `envelope`: 長形3号, written from top to bottom. */
export const EnvelopeQuery = z
  .object({ kind: z.enum(['envelope', 'label']).default('envelope') })
  .meta({ id: 'EnvelopeQuery' });
export type EnvelopeQuery = z.infer<typeof EnvelopeQuery>;
/** Whose envelopes they are, and what of them has to be written by hand. */
export const EnvelopeList = z
  .object({
    items: z.array(
      z.object({
        personId,
        name: z.string(),
        kana: z.string(),
        address: z.string(),
        /** Characters that the letters lack: the line stays empty and is written by hand. */
        undrawableName: z.array(z.string()),
        undrawableAddress: z.array(z.string()),
        addressMissing: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'EnvelopeList' });
export type EnvelopeList = z.infer<typeof EnvelopeList>;

/** A certificate that was issued on paper, as it stands in the old ledger. */
export const PaperRecordBody = z
  .object({
    fiscalYear: z
      .number({ error: 'certification.paper_year_invalid' })
      .int({ error: 'certification.paper_year_invalid' })
      .min(1945, { error: 'certification.paper_year_invalid' })
      .max(2200, { error: 'certification.paper_year_invalid' }),
    courseId: courseId.optional(),
    /** Where the stage is no course of the system. */
    courseTitle: line(100, 'certification.paper_course_required').optional(),
    /** 「12」, 「第12号」 or whatever stands on the paper. */
    number: line(60, 'certification.paper_number_required'),
    name,
    kana: line(200).refine(isKana, { error: 'people.kana_invalid' }).optional(),
    completedOn: partialDate.optional(),
    issuedOn: partialDate.optional(),
    issuerHead: line(100).optional(),
    note: line(300).optional(),
    personId: personId.optional(),
  })
  .meta({ id: 'PaperRecordBody' });
export type PaperRecordBody = z.infer<typeof PaperRecordBody>;

/** The next version of a line. `version` is the one that was seen; `struck` takes the line out of the count. */
export const PaperCorrectionBody = z
  .object({
    ...PaperRecordBody.shape,
    version: count,
    reason: line(300, 'certification.paper_reason_required'),
    struck: z.boolean().default(false),
  })
  .meta({ id: 'PaperCorrectionBody' });
export type PaperCorrectionBody = z.infer<typeof PaperCorrectionBody>;

const paperVersion = z.object({
  version: count,
  fiscalYear: z.number().int(),
  courseId: courseId.nullable(),
  courseTitle: z.string(),
  number: z.string(),
  name: z.string(),
  kana: z.string(),
  completedOn: partialDate.nullable(),
  issuedOn: partialDate.nullable(),
  issuerHead: z.string().nullable(),
  note: z.string().nullable(),
  personId: personId.nullable(),
  struck: z.boolean(),
  reason: z.string().nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export const PaperRecordView = z
  .object({
    /** Of the newest version. */
    paperRecordId,
    newest: paperVersion,
    /** Every version, the newest first. */
    versions: z.array(paperVersion),
    /** Registered people who may be this one. */
    candidates: z.array(
      z.object({
        personId,
        name: z.string(),
        kana: z.string(),
        bornOn: civilDate.nullable(),
        address: z.string(),
      }),
    ),
  })
  .meta({ id: 'PaperRecordView' });
export type PaperRecordView = z.infer<typeof PaperRecordView>;

/** A list as it was pasted, or the bytes of a file (UTF-8 or Shift_JIS; base64). */
export const PaperSheetBody = z
  .object({ text: z.string().max(400_000).optional(), file: z.base64().max(700_000).optional() })
  .refine(({ text, file }) => Boolean(text?.trim()) || Boolean(file), {
    error: 'certification.paper_sheet_empty',
    path: ['text'],
  })
  .meta({ id: 'PaperSheetBody' });
export type PaperSheetBody = z.infer<typeof PaperSheetBody>;

export const PaperSheetPreview = z
  .object({
    lines: z.array(
      z.object({
        /** The line of the list, counted from 1 with its heading. */
        line: count,
        number: z.string(),
        name: z.string(),
        kana: z.string(),
        fiscalYear: z.number().int().nullable(),
        courseTitle: z.string(),
        completedOn: partialDate.nullable(),
        issuedOn: partialDate.nullable(),
        problems: z.array(
          z.object({
            field: z.string(),
            code: z.string(),
            params: z.record(z.string(), z.string()).optional(),
          }),
        ),
      }),
    ),
    good: count,
    bad: count,
    /** From which number on the system will go on, where the list comes near it. */
    next: z.array(z.object({ fiscalYear: z.number().int(), courseTitle: z.string(), serial: count })),
  })
  .meta({ id: 'PaperSheetPreview' });
export type PaperSheetPreview = z.infer<typeof PaperSheetPreview>;

export const PaperSheetResult = z.object({ recorded: count }).meta({ id: 'PaperSheetResult' });
export type PaperSheetResult = z.infer<typeof PaperSheetResult>;
