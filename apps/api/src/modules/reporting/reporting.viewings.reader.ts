import type { GroupViewingReport } from '@kizuna/shared/contracts/reporting';
import type { GroupViewingSummary } from '@kizuna/shared/contracts/viewings';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { csvOf, type ExportFile } from '../../platform/csv/index.js';
import { ViewingsReader } from '../viewings/index.js';
import { fileNames, filmVersionWords, headings, viewingStateWords } from './reporting.templates.js';
import { figuresBy, figuresOf } from './reporting.viewings.policy.js';

/** Group viewings in numbers: every figure can be traced to the showings in the list. */
@Injectable()
export class ReportingViewingsReader {
  constructor(
    private readonly viewings: ViewingsReader,
    private readonly clock: Clock,
  ) {}

  /** A fiscal year's showings by district, by 行政自治会, and by film (long and digest apart). */
  async report(actor: Actor, fiscalYear: number | undefined): Promise<GroupViewingReport> {
    const list = await this.viewings.listViewings(actor, { fiscalYear });
    const closed = list.items.filter(({ state }) => state === 'held' || state === 'interrupted');
    return {
      fiscalYear: list.fiscalYear,
      total: { label: null, ...figuresOf(closed) },
      byDistrict: figuresBy(closed, ({ districtName }) => districtName),
      byAssociation: figuresBy(closed, ({ association }) => association),
      byFilm: figuresBy(closed, filmOf),
    };
  }

  /** A fiscal year's showings for Excel, one row each. */
  async export(actor: Actor, fiscalYear: number | undefined): Promise<ExportFile> {
    const { items } = await this.viewings.listViewings(actor, { fiscalYear });
    const cells = items
      .toReversed()
      .map((one) => [
        one.heldOn,
        one.association,
        one.districtName,
        one.place,
        one.film.title,
        filmVersionWords[one.film.version],
        viewingStateWords[one.state],
        one.expectedCount,
        one.attendeeCount + (one.othersCount ?? 0),
        one.attendeeCount,
        one.creditedCount,
        one.othersCount,
        one.organiserName,
      ]);
    const day = civilDateOf(this.clock.now()).replaceAll('-', '');
    return { name: `${fileNames.viewings}_${day}.csv`, content: csvOf(headings.viewings, cells) };
  }
}

function filmOf({ film }: GroupViewingSummary): string {
  return `${film.title}(${filmVersionWords[film.version]})`;
}
