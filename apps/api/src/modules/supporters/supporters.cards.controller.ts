import { CardList, CardSheetBody, SupporterCardCheck } from '@kizuna/shared/contracts/supporter-cards';
import { SupporterListQuery } from '@kizuna/shared/contracts/supporters';
import { supporterId, type SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { Permit, Public } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { SupporterCardSheets } from './supporters.card-sheets.service.js';
import { SupporterCards } from './supporters.cards.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class SupporterCardsController {
  constructor(private readonly cards: SupporterCardSheets) {}

  @Get('supporters/:supporterId/card')
  @Permit('supporter.read')
  @Contract({ file: pdf })
  async card(@Param('supporterId', { schema: supporterId }) id: SupporterId) {
    return new StreamableFile(await this.cards.one(id), { type: pdf, disposition: 'inline' });
  }

  @Get('supporter-card-list')
  @Permit('supporter.read')
  @Contract({ response: CardList })
  list(@Query({ schema: SupporterListQuery }) query: SupporterListQuery) {
    return this.cards.list(query);
  }

  @Post('supporter-cards')
  @Permit('supporter.manage')
  @Contract({ file: pdf })
  async sheet(@Body({ schema: CardSheetBody }) body: CardSheetBody) {
    return new StreamableFile(await this.cards.sheet(body.supporterIds), {
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
