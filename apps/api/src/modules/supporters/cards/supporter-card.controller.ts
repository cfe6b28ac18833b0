import type { SupporterListQuery } from '@kizuna/shared/contracts/supporters';
import type { CardSheetBody } from '@kizuna/shared/contracts/supporters.cards';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import type { SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { Handles } from '../../../platform/http/index.js';
import { SupporterCardSheetService } from './supporter-card-sheet.service.js';

const pdf = 'application/pdf';

@Controller()
export class SupporterCardController {
  constructor(private readonly cards: SupporterCardSheetService) {}

  @Handles(supportersCardsEndpoints.getSupporterCard)
  async getSupporterCard({ supporterId }: { supporterId: SupporterId }) {
    return new StreamableFile(await this.cards.one(supporterId), { type: pdf, disposition: 'inline' });
  }

  @Handles(supportersCardsEndpoints.listSupporterCards)
  listSupporterCards(query: SupporterListQuery) {
    return this.cards.list(query);
  }

  @Handles(supportersCardsEndpoints.printSupporterCards)
  async printSupporterCards(body: CardSheetBody) {
    return new StreamableFile(await this.cards.sheet(body.supporterIds), {
      type: pdf,
      disposition: 'inline',
    });
  }
}
