import { z } from 'zod';
import { nameConfirmationStates } from '../vocabulary/completion.js';
import { enrolmentStatuses } from '../vocabulary/enrolment.js';
import { certificateId, courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { civilDate, count } from './fields.js';

/** What is still missing, in the order in which the sentence names it. */
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
    /** Characters of the name that the certificate's font cannot draw; non-empty means it cannot be issued. */
    undrawable: z.array(z.string()),
    /** For each of them, the forms of the same character that can be printed; to be used with consent only. */
    alternatives: z.array(z.object({ character: z.string(), choices: z.array(z.string()) })),
    /** What the person said of the name as it will be printed; asked for, but issuing does not wait for it. */
    nameConfirmation: z.enum(nameConfirmationStates),
  })
  .meta({ id: 'CompletionView' });
export type CompletionView = z.infer<typeof CompletionView>;
export const CompletionList = z.object({ items: z.array(CompletionView) }).meta({ id: 'CompletionList' });
export type CompletionList = z.infer<typeof CompletionList>;
