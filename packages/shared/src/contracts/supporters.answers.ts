/**
 * Routes (supporters: answers that change after the registration):
 *  PUT  /api/me/supporter/answers                       supporter.self  AnswersChangeBody → SupporterView
 *  PUT  /api/office/supporters/:supporterId/answers     supporter.manage  AnswersChangeBody → SupporterView
 */
import { z } from 'zod';
import { SupporterAnswers } from './supporters.js';

/** Pages of the form as they shall stand from now on; what is left out stays. The pledge is not among them. */
export const AnswersChangeBody = z
  .object({
    /** The revision that was shown: who saved in between is not overwritten unseen. */
    revision: z.coerce.number().int().positive({ error: 'platform.invalid_input' }),
    answers: SupporterAnswers.partial().refine((pages) => Object.keys(pages).length > 0, {
      error: 'platform.required',
    }),
  })
  .meta({ id: 'AnswersChangeBody' });
export type AnswersChangeBody = z.infer<typeof AnswersChangeBody>;
