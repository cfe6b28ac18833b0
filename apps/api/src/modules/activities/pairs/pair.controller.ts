import {
  DissolutionBody,
  PairBody,
  PairCandidateList,
  PairList,
  PairListQuery,
  PairView,
} from '@kizuna/shared/contracts/activities';
import {
  supporterId,
  supporterPairId,
  type SupporterId,
  type SupporterPairId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { PairCandidateReader } from './pair-candidate.reader.js';
import { PairReader } from './pair.reader.js';
import { PairService } from './pair.service.js';

/** The pair in the address. */
const Pair = () => Param('supporterPairId', { schema: supporterPairId });

@Controller('office')
export class PairController {
  constructor(
    private readonly couldBe: PairCandidateReader,
    private readonly reader: PairReader,
    private readonly pairs: PairService,
  ) {}

  @Get('supporters/:supporterId/candidates')
  @Permit('supporter.read')
  @Contract({ response: PairCandidateList })
  candidates(@Param('supporterId', { schema: supporterId }) id: SupporterId) {
    return this.couldBe.of(id);
  }

  @Get('supporter-pairs')
  @Permit('supporter.read')
  @Contract({ response: PairList })
  list(@Query({ schema: PairListQuery }) query: PairListQuery) {
    return this.reader.list(query);
  }

  @Post('supporter-pairs')
  @Permit('supporter.manage')
  @Contract({ response: PairView, status: 201 })
  pair(@CurrentActor() actor: Actor, @Body({ schema: PairBody }) body: PairBody) {
    return this.pairs.pair(actor, body);
  }

  @Get('supporter-pairs/:supporterPairId')
  @Permit('supporter.read')
  @Contract({ response: PairView })
  get(@Pair() id: SupporterPairId) {
    return this.reader.getView(id);
  }

  @Post('supporter-pairs/:supporterPairId/dissolution')
  @Permit('supporter.manage')
  @Contract({ response: PairView })
  dissolve(
    @CurrentActor() actor: Actor,
    @Pair() id: SupporterPairId,
    @Body({ schema: DissolutionBody }) body: DissolutionBody,
  ) {
    return this.pairs.dissolve(actor, id, body.reason);
  }
}
