import { WalletOffer } from '@kizuna/shared/contracts/wallet';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Param, Post } from '@nestjs/common';

import { CurrentActor, Permit, personOf, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { WalletOfferService } from './wallet-offer.service.js';

/** One's own certificate, offered to a wallet. */
@Controller('me/certificates')
export class WalletOfferController {
  constructor(private readonly offers: WalletOfferService) {}

  @Post(':certificateId/wallet-offers')
  @Permit('certificate.self')
  @Contract({ response: WalletOffer, status: 201 })
  offer(@CurrentActor() actor: Actor, @Param('certificateId', { schema: certificateId }) id: CertificateId) {
    return this.offers.offer(personOf(actor).personId, id);
  }
}
