import type { DissolutionBody, PairBody, PairListQuery } from '@kizuna/shared/contracts/activities';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import type { SupporterId, SupporterPairId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { PairCandidateReader } from './pair-candidate.reader.js';
import { PairReader } from './pair.reader.js';
import { PairService } from './pair.service.js';

@Controller()
export class PairController {
  constructor(
    private readonly couldBe: PairCandidateReader,
    private readonly reader: PairReader,
    private readonly pairs: PairService,
  ) {}

  @Handles(activitiesEndpoints.listPairCandidates)
  listPairCandidates({ supporterId }: { supporterId: SupporterId }) {
    return this.couldBe.of(supporterId);
  }

  @Handles(activitiesEndpoints.listPairs)
  listPairs(query: PairListQuery) {
    return this.reader.list(query);
  }

  @Handles(activitiesEndpoints.pairSupporters)
  pairSupporters(body: PairBody, @CurrentActor() actor: Actor) {
    return this.pairs.pair(actor, body);
  }

  @Handles(activitiesEndpoints.getPair)
  getPair({ supporterPairId }: { supporterPairId: SupporterPairId }) {
    return this.reader.getView(supporterPairId);
  }

  @Handles(activitiesEndpoints.dissolvePair)
  dissolvePair(
    { supporterPairId }: { supporterPairId: SupporterPairId },
    body: DissolutionBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.pairs.dissolve(actor, supporterPairId, body.reason);
  }
}
