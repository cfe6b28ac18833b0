import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Public } from '../auth/access.decorators.js';
import { Contract } from '../http/contract.decorator.js';
import { HealthReader } from './health.reader.js';
import { healthView } from './health.view.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly reader: HealthReader) {}

  /** The process answers. */
  @Get('live')
  @Contract({ response: healthView })
  live() {
    return { status: 'ok' as const, reason: null };
  }

  /** The process can do its work: database reached, migrations done. 503 with a reason otherwise. */
  @Get('ready')
  @Contract({ response: healthView })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const health = await this.reader.readiness();
    void reply.status(health.httpStatus);
    return health.view;
  }
}
