import { CardSheetQuery, SupporterCardCheck } from '@kizuna/shared/contracts/supporter-cards';
import { supporterId, type SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';

import { Permit, Public } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { SupporterCards } from './supporters.cards.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class SupporterCardsController {
  constructor(private readonly cards: SupporterCards) {}

  @Get('supporters/:supporterId/card')
  @Permit('supporter.read')
  @Contract({ file: pdf })
  async card(@Param('supporterId', { schema: supporterId }) id: SupporterId) {
    return new StreamableFile(await this.cards.one(id), { type: pdf, disposition: 'inline' });
  }

  @Get('supporter-cards')
  @Permit('supporter.read')
  @Contract({ file: pdf })
  async sheet(@Query({ schema: CardSheetQuery }) query: CardSheetQuery) {
    return new StreamableFile(await this.cards.sheet(query.supporterIds), {
      type: pdf,
      disposition: 'inline',
    });
  }
}

@Controller('supporter-cards')
export class SupporterCardCheckController {
  constructor(private readonly cards: SupporterCards) {}

  @Get(':publicCode')
  @Public()
  @Contract({ response: SupporterCardCheck })
  check(@RequestMeta() { ip }: RequestOrigin, @Param('publicCode') publicCode: string) {
    return this.cards.check(ip, publicCode);
  }
}
