import { z } from 'zod';
import { SupporterAnswers } from './supporters.js';

/** The new answers, by page of the form; pages left out stay unchanged. The pledge is not one of them. */
export const AnswersChangeBody = z
  .object({
    /** The revision that was displayed, so that a change saved in between is not overwritten. */
    revision: z.coerce.number().int().positive({ error: 'platform.invalid_input' }),
    answers: SupporterAnswers.partial().refine((pages) => Object.keys(pages).length > 0, {
      error: 'platform.required',
    }),
  })
  .meta({ id: 'AnswersChangeBody' });
export type AnswersChangeBody = z.infer<typeof AnswersChangeBody>;
