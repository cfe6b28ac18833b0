import { z } from 'zod';

export const healthView = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    reason: z.enum(['database_unreachable', 'migrations_pending']).nullable(),
  })
  .meta({ id: 'HealthView' });
export type HealthView = z.infer<typeof healthView>;
