import { z } from 'zod';

/** Whether a process can work, and if not why. */
export const HealthView = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    reason: z.enum(['database_unreachable', 'migrations_pending']).nullable(),
  })
  .meta({ id: 'HealthView' });
export type HealthView = z.infer<typeof HealthView>;
