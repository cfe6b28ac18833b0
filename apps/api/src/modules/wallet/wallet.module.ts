import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CertificationModule } from '../certification/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { WalletOfferController } from './wallet-offer.controller.js';
import { WalletOfferEntity } from './wallet-offer.entity.js';
import { WalletOfferRepository } from './wallet-offer.repository.js';
import { WalletOfferService } from './wallet-offer.service.js';
import { WalletController } from './wallet.controller.js';
import { WalletProtocol } from './wallet.protocol.js';
import { WalletSecrets } from './wallet.secrets.js';

@Module({
  imports: [TypeOrmModule.forFeature([WalletOfferEntity]), CertificationModule, CredentialsModule],
  controllers: [WalletController, WalletOfferController],
  providers: [WalletOfferRepository, WalletOfferService, WalletProtocol, WalletSecrets],
})
export class WalletModule {}
