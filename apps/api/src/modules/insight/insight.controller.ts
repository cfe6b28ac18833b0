import type { InsightPeopleQuery, InsightQuery } from '@kizuna/shared/contracts/insight';
import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Handles } from '../../platform/http/index.js';
import { InsightExports } from './insight.exports.js';
import { InsightReader } from './insight.reader.js';

/** How films are watched, for the office and for those who teach. */
@Controller()
export class InsightController {
  constructor(
    private readonly reader: InsightReader,
    private readonly exports: InsightExports,
  ) {}

  @Handles(insightEndpoints.listInsightFilms)
  listInsightFilms(@CurrentActor() actor: Actor) {
    return this.reader.listFilms(actor);
  }

  @Handles(insightEndpoints.getFilmInsight)
  getFilmInsight({ videoId }: { videoId: VideoId }, query: InsightQuery, @CurrentActor() actor: Actor) {
    return this.reader.filmInsight(actor, videoId, query);
  }

  @Handles(insightEndpoints.listFilmViewers)
  listFilmViewers(
    { videoId }: { videoId: VideoId },
    query: InsightPeopleQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.reader.filmPeople(actor, videoId, query);
  }

  @Handles(insightEndpoints.exportFilmCurve)
  async exportFilmCurve(
    { videoId }: { videoId: VideoId },
    query: InsightQuery,
    @CurrentActor() actor: Actor,
  ) {
    return toDownload(await this.exports.curve(actor, videoId, query));
  }

  @Handles(insightEndpoints.exportFilmViewers)
  async exportFilmViewers(
    { videoId }: { videoId: VideoId },
    query: InsightQuery,
    @CurrentActor() actor: Actor,
  ) {
    return toDownload(await this.exports.people(actor, videoId, query));
  }
}
