import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import type { CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, personOf, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { WalletOfferService } from './wallet-offer.service.js';

/** One's own certificate, offered to a wallet. */
@Controller()
export class WalletOfferController {
  constructor(private readonly offers: WalletOfferService) {}

  @Handles(walletEndpoints.offerToWallet)
  offerToWallet({ certificateId }: { certificateId: CertificateId }, @CurrentActor() actor: Actor) {
    return this.offers.offer(personOf(actor).personId, certificateId);
  }
}
