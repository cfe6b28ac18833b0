import { achievementId, statusListNumber } from '@kizuna/shared/contracts/credentials';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Public } from '../../platform/auth/index.js';
import { Contract, type Reply } from '../../platform/http/index.js';
import { badgePng } from './badges/badge.js';
import { answerPublicly } from './credentials.public-answer.js';
import { CredentialsReader } from './credentials.reader.js';

const didDocument = 'application/did+ld+json';
const linkedData = 'application/ld+json';
const png = 'image/png';

/** What a verifier anywhere in the world reads; the issuer's profile stands beside it, where the issuer's name is known. */
@Controller('credentials')
export class CredentialsController {
  constructor(private readonly reader: CredentialsReader) {}

  @Get('did')
  @Public()
  @Contract({ file: didDocument })
  async did(@Req() request: FastifyRequest, @Res() reply: Reply) {
    await answerPublicly(request, reply, await this.reader.didDocument(), didDocument);
  }

  @Get('achievements/:achievementId')
  @Public()
  @Contract({ file: linkedData })
  async achievement(
    @Param('achievementId', { schema: achievementId }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    await answerPublicly(request, reply, await this.reader.achievement(id), linkedData);
  }

  @Get('status/:listNumber')
  @Public()
  @Contract({ file: linkedData })
  async statusList(
    @Param('listNumber', { schema: statusListNumber }) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    await answerPublicly(request, reply, await this.reader.statusList(number), linkedData);
  }

  @Get('badge.png')
  @Public()
  @Contract({ file: png })
  async badge(@Req() request: FastifyRequest, @Res() reply: Reply) {
    await answerPublicly(request, reply, await badgePng(), png);
  }
}
