import { z } from 'zod';
import { nameConfirmationStates } from '../vocabulary/completion.js';
import { enrolmentStatuses } from '../vocabulary/enrolment.js';
import { certificateId, courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { civilDate, count } from './fields.js';

/** What is still missing, in the order in which the sentence lists it. */
export const MissingPart = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('lessons'), left: count }),
    z.object({ kind: z.literal('quiz'), left: count }),
    z.object({ kind: z.literal('attendance'), left: count }),
  ])
  .meta({ id: 'MissingPart' });
export type MissingPart = z.infer<typeof MissingPart>;

export const CompletionView = z
  .object({
    enrolmentId,
    personId,
    courseRunId,
    courseTitle: z.string(),
    name: z.string(),
    kana: z.string(),
    status: z.enum(enrolmentStatuses),
    complete: z.boolean(),
    completedOn: civilDate.nullable(),
    missing: z.array(MissingPart),
    certificateId: certificateId.nullable(),
    /**
     * Characters of the name that the certificate's font cannot draw; if not empty, the certificate cannot be issued.
     */
    undrawable: z.array(z.string()),
    /**
     * For each of them, the forms of the same character that can be printed; use them only with the person's consent.
     */
    alternatives: z.array(z.object({ character: z.string(), choices: z.array(z.string()) })),
    /** The person's answer about the name as it will be printed; requested, but issuing does not wait for it. */
    nameConfirmation: z.enum(nameConfirmationStates),
  })
  .meta({ id: 'CompletionView' });
export type CompletionView = z.infer<typeof CompletionView>;
export const CompletionList = z.object({ items: z.array(CompletionView) }).meta({ id: 'CompletionList' });
export type CompletionList = z.infer<typeof CompletionList>;
