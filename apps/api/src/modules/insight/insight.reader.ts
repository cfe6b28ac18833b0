import type {
  FilmInsight,
  InsightFilmList,
  InsightPeople,
  InsightPeopleQuery,
  InsightPerson,
  InsightPoint,
  InsightQuery,
} from '@kizuna/shared/contracts/insight';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { boundsOf, pointsOf, stepOf } from './insight.policy.js';
import { curve, films, people, totals, watchingOf } from './insight.queries.reader.js';
import { InsightScopeReader, type InsightScope } from './insight.scope.reader.js';

type TotalsRow = FilmInsight['totals'] & FilmInsight['groupViewing'];
type PersonRow = Omit<InsightPerson, 'ranges' | 'percent' | 'state' | 'lastReportAt'> & {
  kanaKey: string;
  ranges: string;
  done: boolean;
  lastReportAt: Date | null;
};

/** Viewing figures of films, computed by PostgreSQL from the playback records. */
@Injectable()
export class InsightReader {
  constructor(
    private readonly sql: Sql,
    private readonly scopes: InsightScopeReader,
  ) {}

  /** The films whose figures the actor may view. */
  async listFilms(actor: Actor): Promise<InsightFilmList> {
    return { items: await this.sql.query(films, [this.scopes.taughtBy(actor)]) };
  }

  /** The curve of a film and its totals. @throws as InsightScopeReader.scopeOf */
  async filmInsight(actor: Actor, videoId: string, query: InsightQuery): Promise<FilmInsight> {
    const scope = await this.scopes.scopeOf(actor, videoId, query);
    const [points, [row]] = await Promise.all([
      this.pointsOf(scope),
      this.sql.query<TotalsRow>(totals, watchingOf(scope)),
    ]);
    const { viewings, people: present, notDoneAlone, ...counts } = row!;
    return {
      video: scope.video,
      runs: scope.runs,
      courseRunId: query.courseRunId ?? null,
      fromOn: query.fromOn ?? null,
      toOn: query.toOn ?? null,
      points,
      totals: counts,
      groupViewing: { viewings, people: present, notDoneAlone },
    };
  }

  /** What each person has watched, by kana. @throws as InsightScopeReader.scopeOf */
  async filmPeople(actor: Actor, videoId: string, query: InsightPeopleQuery): Promise<InsightPeople> {
    const scope = await this.scopes.scopeOf(actor, videoId, query);
    const [kanaKey, personId] = decodeCursor<[string, string]>(query.cursor, 2) ?? [null, null];
    const page = [kanaKey, personId, query.limit + 1];
    const found = await this.sql.query<PersonRow>(people, [...watchingOf(scope), ...page]);
    const { rows, nextCursor } = pageFrom(found, query.limit, (row) => [row.kanaKey, row.personId]);
    return { video: scope.video, items: rows.map((row) => toPerson(row, scope)), nextCursor };
  }

  private async pointsOf(scope: InsightScope): Promise<InsightPoint[]> {
    const { durationMs } = scope.video;
    const step = stepOf(durationMs);
    const rows = await this.sql.query<Pick<InsightPoint, 'people' | 'rewatched' | 'stops'>>(curve, [
      ...watchingOf(scope),
      step,
      pointsOf(durationMs, step),
    ]);
    return rows.map((row, index) => ({ ...boundsOf(index, durationMs, step), ...row }));
  }
}

function toPerson({ kanaKey: _, done, ...row }: PersonRow, { video }: InsightScope): InsightPerson {
  const ranges = [...row.ranges.matchAll(/\[(\d+),(\d+)\)/g)];
  return {
    ...row,
    ranges: ranges.map(([, from, to]) => [Number(from), Number(to)]),
    percent: Math.floor((row.watchedMs * 100) / video.durationMs),
    state: done ? 'done' : row.watchedMs > 0 ? 'in_progress' : 'not_started',
    lastReportAt: row.lastReportAt?.toISOString() ?? null,
  };
}
