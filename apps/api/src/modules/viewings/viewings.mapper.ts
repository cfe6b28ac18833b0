import type {
  GroupViewingSummary,
  GroupViewingView,
  ViewingAttendee,
} from '@kizuna/shared/contracts/viewings';
import type { HistoryEntry } from '@kizuna/shared/contracts/people';
import type { AttendeeCameBy } from '@kizuna/shared/vocabulary/viewings';

import type { ViewingWords } from './viewings.people.reader.js';
import {
  checkInWindow,
  doorOf,
  entryRefusal,
  nextStepOf,
  planDueOn,
  reportDueOn,
  transitionRefusal,
} from './viewings.policy.js';
import type { ViewingRecord } from './viewings.repository.js';

/** A showing as selected by the reader. */
export type ViewingRow = ViewingRecord & { attendeeCount: number };

/** A person on the list of a showing, or removed from it. */
export interface AttendeeRow {
  personId: string;
  name: string;
  kana: string;
  cameBy: AttendeeCameBy;
  recordedAt: Date;
  enrolled: boolean;
  removedAt: Date | null;
  removedReason: string | null;
}

/** Maps a showing to a row of the list. */
export function toSummary(row: ViewingRow, words: ViewingWords, now: Date): GroupViewingSummary {
  const film = words.films.get(row.videoId)!;
  return {
    groupViewingId: row.id,
    film: { videoId: film.videoId, title: film.title, version: film.version, durationMs: film.durationMs },
    organiserName: words.people.get(row.organiserId)?.name ?? '',
    association: row.association,
    districtId: row.districtId,
    districtName: row.districtId === null ? null : (words.districts.get(row.districtId) ?? null),
    place: row.place,
    heldOn: row.heldOn,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    expectedCount: row.expectedCount,
    state: row.state,
    attendeeCount: row.attendeeCount,
    creditedCount: words.credited.get(row.id)?.size ?? 0,
    othersCount: row.othersCount,
    planDueOn: planDueOn(row.heldOn),
    reportDueOn: reportDueOn(row.heldOn),
    nextStep: nextStepOf(row, now),
  } as GroupViewingSummary;
}

/** Maps a showing to its page, with the actions currently possible. */
export function toView(
  row: ViewingRow,
  words: ViewingWords,
  page: { attendees: AttendeeRow[]; history: HistoryEntry[]; lookUp: boolean; now: Date; isOffice: boolean },
): GroupViewingView {
  const { from, until } = checkInWindow(row);
  const enter = entryRefusal(row, page.now, page.isOffice) === null;
  const credited = words.credited.get(row.id);
  return {
    ...toSummary(row, words, page.now),
    attendees: page.attendees
      .filter(({ removedAt }) => removedAt === null)
      .map((one) => toAttendee(one, credited?.has(one.personId) ?? false)),
    removed: page.attendees.flatMap(({ personId, name, removedAt, removedReason }) =>
      removedAt ? [{ personId, name, reason: removedReason ?? '', removedAt: removedAt.toISOString() }] : [],
    ) as GroupViewingView['removed'],
    stateReason: row.stateReason,
    revision: row.revision,
    checkInFrom: from.toISOString(),
    checkInUntil: until.toISOString(),
    checkInOpen: doorOf(row, page.now) === 'open',
    can: {
      enter,
      lookUp: enter && page.lookUp,
      close: enter && row.state === 'planned' && page.now >= row.startsAt,
      cancel: transitionRefusal(row.state, 'cancel') === null,
      reopen: transitionRefusal(row.state, 'reopen') === null,
      correct: row.state !== 'cancelled',
      correctWithReason: row.state === 'held' || row.state === 'interrupted',
    },
    history: page.history,
  };
}

function toAttendee(row: AttendeeRow, credited: boolean): ViewingAttendee {
  const { personId, name, kana, cameBy, recordedAt, enrolled } = row;
  return {
    personId,
    name,
    kana,
    cameBy,
    recordedAt: recordedAt.toISOString(),
    enrolled: enrolled || credited,
    credited,
  } as ViewingAttendee;
}
