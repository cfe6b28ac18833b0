import { Controller, Get, Head, Param, Req, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { Public } from '../auth/access.decorators.js';
import type { Reply } from '../http/request.decorators.js';
import type { FileRequest } from './delivery.answer.policy.js';
import { DeliveryReader } from './delivery.reader.js';
import { pathBehind } from './delivery.ticket.policy.js';

const Bytes = () =>
  ApiResponse({
    status: 200,
    description: '',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  });

function conditionsOf({ headers }: FastifyRequest): FileRequest {
  return {
    range: headers.range,
    ifRange: headers['if-range'] as string | undefined,
    ifNoneMatch: headers['if-none-match'],
  };
}

/** Files by their signed address. HEAD is declared before GET, otherwise the framework would open the file to answer it. */
@Controller('media/:ticket')
export class DeliveryController {
  constructor(private readonly delivery: DeliveryReader) {}

  @Head('*')
  @Public()
  @Bytes()
  async describeFile(@Param('ticket') ticket: string, @Req() request: FastifyRequest, @Res() reply: Reply) {
    const { answer } = await this.delivery.describe(
      ticket,
      pathBehind(ticket, request.raw.url),
      conditionsOf(request),
    );
    await reply.status(answer.status).headers(answer.headers).send();
  }

  @Get('*')
  @Public()
  @Bytes()
  async streamFile(@Param('ticket') ticket: string, @Req() request: FastifyRequest, @Res() reply: Reply) {
    const path = pathBehind(ticket, request.raw.url);
    const { answer, body } = await this.delivery.open(ticket, path, conditionsOf(request));
    await reply.status(answer.status).headers(answer.headers).send(body);
  }
}
