import { z } from 'zod';
import { personId } from '../vocabulary/ids.js';

/** `label`: A4 with twelve labels; `envelope`: 長形3号, addressed vertically. */
export const EnvelopeQuery = z
  .object({ kind: z.enum(['envelope', 'label']).default('envelope') })
  .meta({ id: 'EnvelopeQuery' });
export type EnvelopeQuery = z.infer<typeof EnvelopeQuery>;
/** The people whose envelopes are printed, and what has to be written by hand on them. */
export const EnvelopeList = z
  .object({
    items: z.array(
      z.object({
        personId,
        name: z.string(),
        kana: z.string(),
        address: z.string(),
        /** Characters missing from the font: the line is left blank and written by hand. */
        undrawableName: z.array(z.string()),
        undrawableAddress: z.array(z.string()),
        addressMissing: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'EnvelopeList' });
export type EnvelopeList = z.infer<typeof EnvelopeList>;
