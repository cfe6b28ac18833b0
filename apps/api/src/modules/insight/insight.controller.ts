import {
  FilmInsight,
  InsightFilmList,
  InsightPeople,
  InsightPeopleQuery,
  InsightQuery,
} from '@kizuna/shared/contracts/insight';
import { videoId, type VideoId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Contract } from '../../platform/http/index.js';
import { InsightExports } from './insight.exports.js';
import { InsightReader } from './insight.reader.js';

const csv = 'text/csv';

/** How films are watched, for the office and for those who teach. */
@Controller('insight/videos')
export class InsightController {
  constructor(
    private readonly reader: InsightReader,
    private readonly exports: InsightExports,
  ) {}

  @Get()
  @Permit('insight.read')
  @Contract({ response: InsightFilmList })
  films(@CurrentActor() actor: Actor) {
    return this.reader.listFilms(actor);
  }

  @Get(':videoId')
  @Permit('insight.read')
  @Contract({ response: FilmInsight })
  film(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Query({ schema: InsightQuery }) query: InsightQuery,
  ) {
    return this.reader.filmInsight(actor, id, query);
  }

  @Get(':videoId/people')
  @Permit('insight.read')
  @Contract({ response: InsightPeople })
  people(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Query({ schema: InsightPeopleQuery }) query: InsightPeopleQuery,
  ) {
    return this.reader.filmPeople(actor, id, query);
  }

  @Get(':videoId/curve.csv')
  @Permit('insight.read')
  @Contract({ file: csv })
  async curve(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Query({ schema: InsightQuery }) query: InsightQuery,
  ) {
    return toDownload(await this.exports.curve(actor, id, query));
  }

  @Get(':videoId/people.csv')
  @Permit('insight.read')
  @Contract({ file: csv })
  async peopleFile(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Query({ schema: InsightQuery }) query: InsightQuery,
  ) {
    return toDownload(await this.exports.people(actor, id, query));
  }
}
