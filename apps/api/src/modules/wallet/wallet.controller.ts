import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import { Controller, Header, Headers, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Handles, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { CertificationIssuerService } from '../certification/index.js';
import { WalletOfferService } from './wallet-offer.service.js';
import { formIn, jsonIn } from './wallet.body.js';
import { WalletFilter } from './wallet.filter.js';
import { WalletProtocol } from './wallet.protocol.js';

/** What a wallet talks to (OpenID4VCI 1.0). */
@Controller()
@UseFilters(WalletFilter)
export class WalletController {
  constructor(
    private readonly offers: WalletOfferService,
    private readonly protocol: WalletProtocol,
    private readonly issuer: CertificationIssuerService,
  ) {}

  @Handles(walletEndpoints.getWalletIssuer)
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=300')
  async getWalletIssuer() {
    const { issuer } = await this.issuer.get();
    return this.protocol.issuerMetadata(issuer);
  }

  @Handles(walletEndpoints.getWalletServer)
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=300')
  getWalletServer() {
    return this.protocol.serverMetadata();
  }

  @Handles(walletEndpoints.exchangeWalletCode)
  async exchangeWalletCode(@RequestMeta() { ip }: RequestOrigin, @Req() request: FastifyRequest) {
    return this.offers.redeem(ip, await formIn(request));
  }

  @Handles(walletEndpoints.issueWalletCredential)
  issueWalletCredential(
    @RequestMeta() { ip }: RequestOrigin,
    @Headers('authorization') authorization: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.offers.fetch(ip, authorization, jsonIn(request));
  }
}
