import { z } from 'zod';
import { isKana } from '../rules/text.js';
import { courseId, paperRecordId, personId } from '../vocabulary/ids.js';
import { civilDate, count, instant, line, name } from './fields.js';
import { partialDate } from './ledger.js';

/** A certificate that was issued on paper, as recorded in the old ledger. */
export const PaperRecordBody = z
  .object({
    fiscalYear: z
      .number({ error: 'ledger.paper_year_invalid' })
      .int({ error: 'ledger.paper_year_invalid' })
      .min(1945, { error: 'ledger.paper_year_invalid' })
      .max(2200, { error: 'ledger.paper_year_invalid' }),
    courseId: courseId.optional(),
    /** Set if the stage is not a course in the system. */
    courseTitle: line(100, 'ledger.paper_course_required').optional(),
    /** 「12」, 「第12号」 or whatever is written on the paper. */
    number: line(60, 'ledger.paper_number_required'),
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

/** The next version of a line. `version` is the version being edited; `struck` excludes the line from the counts. */
export const PaperCorrectionBody = z
  .object({
    ...PaperRecordBody.shape,
    version: count,
    reason: line(300, 'ledger.paper_reason_required'),
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
    /** Id of the newest version. */
    paperRecordId,
    newest: paperVersion,
    /** All versions, newest first. */
    versions: z.array(paperVersion),
    /** Registered people who may be this person. */
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

/** A pasted list, or the bytes of a file (UTF-8 or Shift_JIS; base64). */
export const PaperSheetBody = z
  .object({ text: z.string().max(400_000).optional(), file: z.base64().max(700_000).optional() })
  .refine(({ text, file }) => Boolean(text?.trim()) || Boolean(file), {
    error: 'ledger.paper_sheet_empty',
    path: ['text'],
  })
  .meta({ id: 'PaperSheetBody' });
export type PaperSheetBody = z.infer<typeof PaperSheetBody>;

export const PaperSheetPreview = z
  .object({
    lines: z.array(
      z.object({
        /** Line number in the list, starting at 1 with the heading. */
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
    /** The next serial number that the system will assign, if the list comes near it. */
    next: z.array(z.object({ fiscalYear: z.number().int(), courseTitle: z.string(), serial: count })),
  })
  .meta({ id: 'PaperSheetPreview' });
export type PaperSheetPreview = z.infer<typeof PaperSheetPreview>;

export const PaperSheetResult = z.object({ recorded: count }).meta({ id: 'PaperSheetResult' });
export type PaperSheetResult = z.infer<typeof PaperSheetResult>;
