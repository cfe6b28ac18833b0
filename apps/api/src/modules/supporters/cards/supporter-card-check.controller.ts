import { SupporterCardCheck } from '@kizuna/shared/contracts/supporters.cards';
import { Controller, Get, Param } from '@nestjs/common';

import { Public } from '../../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { SupporterCardService } from './supporter-card.service.js';

@Controller('supporter-cards')
export class SupporterCardCheckController {
  constructor(private readonly cards: SupporterCardService) {}

  @Get(':publicCode')
  @Public()
  @Contract({ response: SupporterCardCheck })
  check(@RequestMeta() { ip }: RequestOrigin, @Param('publicCode') publicCode: string) {
    return this.cards.check(ip, publicCode);
  }
}
