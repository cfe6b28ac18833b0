import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Handles } from '../http/index.js';
import { HealthReader } from './health.reader.js';

@Controller()
export class HealthController {
  constructor(private readonly reader: HealthReader) {}

  /** The process answers. */
  @Handles(healthEndpoints.getLiveness)
  getLiveness() {
    return { status: 'ok' as const, reason: null };
  }

  /** The process can do its work: database reached, migrations done. 503 with a reason otherwise. */
  @Handles(healthEndpoints.getReadiness)
  async getReadiness(@Res({ passthrough: true }) reply: FastifyReply) {
    const health = await this.reader.readiness();
    void reply.status(health.httpStatus);
    return health.view;
  }
}
