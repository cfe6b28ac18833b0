import type { HistoryEntry } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { AuditReader } from '../../platform/audit/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import { VideoShowableReader, ShowingCreditReader, type ShowableFilmFacts } from '../video/index.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';

/** Data of other modules for showings. */
export interface ViewingWords {
  films: ReadonlyMap<string, ShowableFilmFacts>;
  people: ReadonlyMap<string, PersonRecord>;
  /** Area and district by id, 「総和 駒羽根」. */
  districts: ReadonlyMap<string, string>;
  /** The people credited with each showing. */
  credited: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Names, films, districts and credits for showings. */
@Injectable()
export class ViewingsPeopleReader {
  constructor(
    private readonly people: PeopleReader,
    private readonly films: VideoShowableReader,
    private readonly given: ShowingCreditReader,
    private readonly credits: ViewingsCreditsService,
    private readonly audit: AuditReader,
  ) {}

  /** What a list of showings needs besides its own rows. */
  async wordsOf(
    rows: readonly { id: string; videoId: string; organiserId: string }[],
  ): Promise<ViewingWords> {
    const [films, people, districts, credited] = await Promise.all([
      this.films.findFilms(rows.map(({ videoId }) => videoId)),
      this.people.findPeople(rows.map(({ organiserId }) => organiserId)),
      this.people.listDistricts(),
      this.given.creditedWith(rows.map(({ id }) => id)),
    ]);
    const names = districts.items.map(
      ({ districtId, area, name }) => [districtId, `${area} ${name}`] as const,
    );
    return { films, people, districts: new Map<string, string>(names), credited };
  }

  /** Several people by id. */
  peopleOf(personIds: readonly string[]): Promise<Map<string, PersonRecord>> {
    return this.people.findPeople(personIds);
  }

  /** Those of the people whose course has the film. */
  enrolledAmong(videoId: string, personIds: readonly string[]): Promise<Set<string>> {
    return this.credits.enrolledAmong(videoId, personIds);
  }

  /** The history of a showing, newest first. */
  async historyOf(groupViewingId: string): Promise<HistoryEntry[]> {
    const entries = await this.audit.listFor('group_viewing', groupViewingId);
    const actors = await this.people.findPeople(entries.flatMap((entry) => entry.actorId ?? []));
    return entries.map((entry) => ({
      at: entry.at.toISOString(),
      actorName: entry.actorId === null ? null : (actors.get(entry.actorId)?.name ?? null),
      action: entry.action,
      subjectType: entry.subjectType,
      reason: entry.reason,
      changes: changesOf(entry.before, entry.after),
    }));
  }
}

function changesOf(before: Record<string, unknown> | null, after: Record<string, unknown> | null) {
  const word = (value: unknown) =>
    value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((field) => ({
    field,
    before: word(before?.[field]),
    after: word(after?.[field]),
  }));
}
