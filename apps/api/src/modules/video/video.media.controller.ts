import { Controller, Get, Head, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { Public } from '../../platform/auth/index.js';
import { Contract, type Reply } from '../../platform/http/index.js';
import type { MediaRequest } from './video.media.policy.js';
import { MediaReader } from './video.media.reader.js';

const MediaQuery = z.object({ v: z.string().max(64).optional() });

function conditionsOf(request: FastifyRequest, version: string | undefined): MediaRequest {
  const { headers } = request;
  return {
    range: headers.range,
    ifRange: headers['if-range'] as string | undefined,
    ifNoneMatch: headers['if-none-match'],
    version,
  };
}

/** The bytes of the films. HEAD stands before GET, or the framework would open the file to answer it. */
@Controller('media/videos/:slug/:file')
export class MediaController {
  constructor(private readonly media: MediaReader) {}

  @Head()
  @Public()
  @Contract({ file: 'video/mp4' })
  async describeFile(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @Query({ schema: MediaQuery }) query: z.infer<typeof MediaQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    const answer = await this.media.describe(slug, file, conditionsOf(request, query.v));
    await reply.status(answer.status).headers(answer.headers).send();
  }

  @Get()
  @Public()
  @Contract({ file: 'video/mp4' })
  async streamFile(
    @Param('slug') slug: string,
    @Param('file') file: string,
    @Query({ schema: MediaQuery }) query: z.infer<typeof MediaQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    const { answer, body } = await this.media.open(slug, file, conditionsOf(request, query.v));
    await reply.status(answer.status).headers(answer.headers).send(body);
  }
}
