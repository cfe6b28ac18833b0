import { z } from 'zod';
import { personId } from '../vocabulary/ids.js';
import { confirmedBy } from '../vocabulary/completion.js';
import { nameChoices, nameConfirmationStates } from '../vocabulary/completion.js';
import { instant, text } from './fields.js';

export const NameConfirmationView = z
  .object({
    personId,
    /** Whether the person takes part in a course, so that a certificate may be printed later. */
    asked: z.boolean(),
    name: z.string(),
    kana: z.string(),
    state: z.enum(nameConfirmationStates),
    /** Characters missing from the certificate's font. */
    undrawable: z.array(z.string()),
    /** The whole name in each alternative form that can be printed; `form` of the picture is a 0-based index. */
    forms: z.array(z.object({ name: z.string(), character: z.string(), instead: z.string() })),
    /** The last answer about this name; null if there is none. */
    last: z
      .object({
        choice: z.enum(nameChoices),
        printedName: z.string(),
        note: z.string().nullable(),
        via: z.enum(confirmedBy),
        at: instant,
        byName: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'NameConfirmationView' });
export type NameConfirmationView = z.infer<typeof NameConfirmationView>;

/** `name` is the registered name that was displayed; the answer is refused if the current name differs. */
const said = {
  name: z.string().min(1).max(1600),
  choice: z.enum(nameChoices, { error: 'completion.name_choice_required' }),
  /** For `other_form`: the whole name in the accepted form. */
  printedName: z.string().max(1600).optional(),
  note: text(500).optional(),
};
export const NameConfirmationBody = z.object(said).meta({ id: 'NameConfirmationBody' });
export type NameConfirmationBody = z.infer<typeof NameConfirmationBody>;

export const OfficeNameConfirmationBody = z
  .object({ ...said, via: z.enum(['phone', 'counter'], { error: 'completion.name_via_required' }) })
  .meta({ id: 'OfficeNameConfirmationBody' });
export type OfficeNameConfirmationBody = z.infer<typeof OfficeNameConfirmationBody>;

export const NamePictureQuery = z
  .object({ form: z.coerce.number().int().min(0).max(99).optional() })
  .meta({ id: 'NamePictureQuery' });
export type NamePictureQuery = z.infer<typeof NamePictureQuery>;

/** Answers that the office has to handle: a person reports a wrong character or accepts another form. */
export const NameQuestionList = z
  .object({
    items: z.array(
      z.object({
        personId,
        name: z.string(),
        kana: z.string(),
        phone: z.string().nullable(),
        state: z.enum(['form_agreed', 'wrong']),
        printedName: z.string(),
        note: z.string().nullable(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'NameQuestionList' });
export type NameQuestionList = z.infer<typeof NameQuestionList>;
