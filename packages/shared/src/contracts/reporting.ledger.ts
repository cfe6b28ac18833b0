import { z } from 'zod';
import { count } from './fields.js';

/** The columns of the ledger that contain typed text. */
export const unfitColumns = ['number', 'name', 'kana', 'courseTitle', 'runName', 'note'] as const;

/** The maximum number of lines listed; the total is always returned. */
export const mostUnfitLines = 500;

export const ShiftJisCheck = z
  .object({
    /** Number of lines in the file. */
    lines: count,
    /** Number of lines with a character that Shift_JIS lacks. */
    unfit: count,
    /** The replacement for each such character. */
    substitute: z.string(),
    items: z.array(
      z.object({
        origin: z.enum(['system', 'paper']),
        id: z.uuid(),
        number: z.string(),
        copy: count,
        cells: z.array(
          z.object({
            column: z.enum(unfitColumns),
            text: z.string(),
            /** The text as written to the file. */
            written: z.string(),
            /** Each character with its marks and variation selector. */
            characters: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ShiftJisCheck' });
export type ShiftJisCheck = z.infer<typeof ShiftJisCheck>;
