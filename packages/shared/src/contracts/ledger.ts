import { z } from 'zod';
import { isPartialDate } from '../rules/partial-date.js';
import { certificateStates, reissueReasons } from '../vocabulary/certification.js';
import { certificateId, courseRunId, personId } from '../vocabulary/ids.js';
import { deliveriesByHand, deliveryKinds, ledgerStates } from '../vocabulary/ledger.js';
import { civilDate, count, instant, line, listQuery, pageOf } from './fields.js';

/** A year, month or day, as precise as on the old paper. */
export const partialDate = z
  .string({ error: 'ledger.paper_date_invalid' })
  .refine(isPartialDate, { error: 'ledger.paper_date_invalid' });

/** Filter of the ledger; the same names appear in the URL of the page and of its exports. */
export const LedgerFilter = z
  .object({
    q: listQuery.q,
    fiscalYear: z.coerce.number().int().optional(),
    /** The title as recorded in the ledger: old stages are not courses in the system. */
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

/** One paper: a copy printed by the system, or a line transcribed from the paper ledger. */
export const LedgerLine = z
  .object({
    origin: z.enum(['system', 'paper']),
    /** Id of the certificate or of the newest version of the paper record. */
    id: z.uuid(),
    number: z.string(),
    copy: count,
    /** The number of copies with this number. */
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

/** The values that occur in the ledger, for the filters. */
export const LedgerChoices = z
  .object({ fiscalYears: z.array(z.number().int()), courses: z.array(z.string()) })
  .meta({ id: 'LedgerChoices' });
export type LedgerChoices = z.infer<typeof LedgerChoices>;

/** Without year and course: all of them, each starting on a new page. */
export const LedgerSheetQuery = z
  .object({ fiscalYear: z.coerce.number().int().optional(), course: z.string().trim().max(400).optional() })
  .meta({ id: 'LedgerSheetQuery' });
export type LedgerSheetQuery = z.infer<typeof LedgerSheetQuery>;

/** The history of a certificate and of the other copies with its number, newest first. */
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
        /** The day that the office entered for a delivery by hand. */
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
    kind: z.enum(deliveriesByHand, { error: 'ledger.delivery_kind_required' }),
    deliveredOn: civilDate,
    note: line(200).optional(),
  })
  .meta({ id: 'DeliveryBody' });
export type DeliveryBody = z.infer<typeof DeliveryBody>;

/** Whether the ledger is intact, and the figures for the yearly report. */
export const LedgerView = z
  .object({
    entries: count,
    /** The hash of the last entry: a printed copy can later prove that no earlier entry was changed. */
    head: z.string(),
    /** When that entry was written; null if the ledger is empty. */
    headAt: instant.nullable(),
    /** The number of the first entry that does not match the hash of the previous one; null if all do. */
    brokenAt: count.nullable(),
    /** Certificates that differ from their ledger entries. */
    differing: count,
    years: z.array(
      z.object({
        fiscalYear: z.number().int(),
        courseTitle: z.string(),
        issued: count,
        reissued: count,
        revoked: count,
        /** Transcribed from the paper ledger. */
        recorded: count,
      }),
    ),
    checkedAt: instant,
  })
  .meta({ id: 'LedgerView' });
export type LedgerView = z.infer<typeof LedgerView>;
