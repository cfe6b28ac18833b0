import { CardList, CardSheetBody } from '@kizuna/shared/contracts/supporters.cards';
import { SupporterListQuery } from '@kizuna/shared/contracts/supporters';
import { supporterId, type SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { Permit } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { SupporterCardSheetService } from './supporter-card-sheet.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class SupporterCardController {
  constructor(private readonly cards: SupporterCardSheetService) {}

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
