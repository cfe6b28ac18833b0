import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Handles, type Reply } from '../../platform/http/index.js';
import { badgePng } from './badges/badge.js';
import { answerPublicly } from './credentials.public-answer.js';
import { CredentialsReader } from './credentials.reader.js';

const didDocument = 'application/did+ld+json';
const linkedData = 'application/ld+json';
const png = 'image/png';

/** Public documents for external verifiers; the issuer's profile is served separately, where the issuer's name is known. */
@Controller()
export class CredentialsController {
  constructor(private readonly reader: CredentialsReader) {}

  @Handles(credentialsEndpoints.getDidDocument)
  async getDidDocument(@Req() request: FastifyRequest, @Res() reply: Reply) {
    await answerPublicly(request, reply, await this.reader.didDocument(), didDocument);
  }

  @Handles(credentialsEndpoints.getAchievement)
  async getAchievement(
    { achievementId }: { achievementId: string },
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    await answerPublicly(request, reply, await this.reader.achievement(achievementId), linkedData);
  }

  @Handles(credentialsEndpoints.getStatusList)
  async getStatusList(
    { listNumber }: { listNumber: number },
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    await answerPublicly(request, reply, await this.reader.statusList(listNumber), linkedData);
  }

  @Handles(credentialsEndpoints.getBadgeImage)
  async getBadgeImage(@Req() request: FastifyRequest, @Res() reply: Reply) {
    await answerPublicly(request, reply, await badgePng(), png);
  }
}
