import {
  WalletCredentialAnswer,
  WalletIssuerMetadata,
  WalletOffer,
  WalletServerMetadata,
  WalletTokenAnswer,
} from '@kizuna/shared/contracts/wallet';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Header, Headers, Param, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Accepts, CurrentActor, Permit, personOf, Public, type Actor } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { IssuerService } from './certification.issuer.service.js';
import { formIn, jsonIn } from './certification.wallet.body.js';
import { WalletFilter } from './certification.wallet.filter.js';
import { WalletProtocol } from './certification.wallet.protocol.js';
import { WalletOffers } from './certification.wallet.service.js';

const form = 'application/x-www-form-urlencoded';

/** One's own certificate, offered to a wallet. */
@Controller('me/certificates')
export class WalletOfferController {
  constructor(private readonly offers: WalletOffers) {}

  @Post(':certificateId/wallet-offers')
  @Permit('certificate.self')
  @Contract({ response: WalletOffer, status: 201 })
  offer(@CurrentActor() actor: Actor, @Param('certificateId', { schema: certificateId }) id: CertificateId) {
    return this.offers.offer(personOf(actor).personId, id);
  }
}

/** What a wallet talks to (OpenID4VCI 1.0). */
@Controller('wallet')
@UseFilters(WalletFilter)
export class WalletController {
  constructor(
    private readonly offers: WalletOffers,
    private readonly protocol: WalletProtocol,
    private readonly issuer: IssuerService,
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
