import { z } from 'zod';
import { personId } from '../vocabulary/ids.js';

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
