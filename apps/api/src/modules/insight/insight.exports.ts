import type { InsightPeopleQuery, InsightQuery } from '@kizuna/shared/contracts/insight';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { csvOf, type ExportFile } from '../../platform/csv/index.js';
import { filmTimeOf } from './insight.policy.js';
import { InsightReader } from './insight.reader.js';
import { fileNames, headings, watchStateWords } from './insight.templates.js';

/** More people than a city sends to one film. */
const everybody = 100_000;

/** Viewing figures of films for Excel: the same as on the page. */
@Injectable()
export class InsightExports {
  constructor(
    private readonly reader: InsightReader,
    private readonly clock: Clock,
  ) {}

  /** The curve, one row per point. @throws as InsightReader.filmInsight */
  async curve(actor: Actor, videoId: string, query: InsightQuery): Promise<ExportFile> {
    const { points } = await this.reader.filmInsight(actor, videoId, query);
    const cells = points.map((point) => [
      filmTimeOf(point.fromMs),
      filmTimeOf(point.toMs),
      point.people,
      point.rewatched,
      point.stops,
    ]);
    return this.fileOf('curve', cells);
  }

  /** Everyone with the parts watched. @throws as InsightReader.filmPeople */
  async people(actor: Actor, videoId: string, query: InsightQuery): Promise<ExportFile> {
    const all: InsightPeopleQuery = { ...query, limit: everybody };
    const { items } = await this.reader.filmPeople(actor, videoId, all);
    const cells = items.map((person) => [
      person.name,
      person.kana,
      watchStateWords[person.state],
      person.percent,
      filmTimeOf(person.watchedMs),
      person.ranges.map((range) => range.map(filmTimeOf).join('〜')).join('、'),
      person.groupViewingOn,
      person.playbacks,
      person.lastReportAt === null ? null : civilDateOf(new Date(person.lastReportAt)),
      person.failedReports,
    ]);
    return this.fileOf('watchers', cells);
  }

  private fileOf(kind: 'curve' | 'watchers', cells: (string | number | null)[][]): ExportFile {
    const day = civilDateOf(this.clock.now()).replaceAll('-', '');
    return { name: `${fileNames[kind]}_${day}.csv`, content: csvOf(headings[kind], cells) };
  }
}
