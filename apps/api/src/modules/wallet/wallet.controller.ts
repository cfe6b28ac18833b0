import {
  WalletCredentialAnswer,
  WalletIssuerMetadata,
  WalletServerMetadata,
  WalletTokenAnswer,
} from '@kizuna/shared/contracts/wallet';
import { Controller, Get, Header, Headers, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Accepts, Public } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { CertificationIssuerService } from '../certification/index.js';
import { WalletOfferService } from './wallet-offer.service.js';
import { formIn, jsonIn } from './wallet.body.js';
import { WalletFilter } from './wallet.filter.js';
import { WalletProtocol } from './wallet.protocol.js';

const form = 'application/x-www-form-urlencoded';

/** What a wallet talks to (OpenID4VCI 1.0). */
@Controller('wallet')
@UseFilters(WalletFilter)
export class WalletController {
  constructor(
    private readonly offers: WalletOfferService,
    private readonly protocol: WalletProtocol,
    private readonly issuer: CertificationIssuerService,
  ) {}

  @Get('issuer')
  @Public()
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=300')
  @Contract({ response: WalletIssuerMetadata })
  async issuerMetadata() {
    const { issuer } = await this.issuer.get();
    return this.protocol.issuerMetadata(issuer);
  }

  @Get('server')
  @Public()
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('cache-control', 'public, max-age=300')
  @Contract({ response: WalletServerMetadata })
  serverMetadata() {
    return this.protocol.serverMetadata();
  }

  @Post('token')
  @Public()
  @Accepts(form)
  @Contract({ response: WalletTokenAnswer })
  async token(@RequestMeta() { ip }: RequestOrigin, @Req() request: FastifyRequest) {
    return this.offers.redeem(ip, await formIn(request));
  }

  @Post('credential')
  @Public()
  @Contract({ response: WalletCredentialAnswer })
  credential(
    @RequestMeta() { ip }: RequestOrigin,
    @Headers('authorization') authorization: string | undefined,
    @Req() request: FastifyRequest,
  ) {
    return this.offers.fetch(ip, authorization, jsonIn(request));
  }
}
