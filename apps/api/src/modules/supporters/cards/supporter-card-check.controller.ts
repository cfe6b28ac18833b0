import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { Controller } from '@nestjs/common';

import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { SupporterCardService } from './supporter-card.service.js';

@Controller()
export class SupporterCardCheckController {
  constructor(private readonly cards: SupporterCardService) {}

  @Handles(supportersCardsEndpoints.checkSupporterCard)
  checkSupporterCard({ publicCode }: { publicCode: string }, @RequestMeta() { ip }: RequestOrigin) {
    return this.cards.check(ip, publicCode);
  }
}
