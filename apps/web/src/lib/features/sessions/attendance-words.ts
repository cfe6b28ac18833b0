import type { RosterRow } from '@kizuna/shared/contracts/sessions';
import type { AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { formatTime } from '#lib/i18n/format.ts';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { t } from '#lib/i18n/t.ts';

/** The states that can be set by a tap in the roster, in the order of the buttons. */
export const tapStatuses = ['present', 'late', 'left_early', 'absent'] as const;

/** The record as written by the server: 「出席」と記録しました(午後1時25分・受講カード). */
export function recordWords(row: RosterRow): string {
  if (row.status === null) return row.attendedElsewhere ? sessions.elsewhere : sessions.notMarked;
  const by = row.by === 'card' ? sessions.byCard : (row.markedBy ?? sessions.byHandUnknown);
  const time = row.markedAt ? formatTime(row.markedAt) : '';
  return t(sessions.written, { status: sessions.statuses[row.status], time, by });
}

/** How many rows are in each state; `null` counts those without a record. */
export function countByStatus(rows: readonly RosterRow[]): Map<AttendanceStatus | null, number> {
  const counts = new Map<AttendanceStatus | null, number>();
  for (const row of rows) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  return counts;
}

/** Whether a state means that the person came. */
export function hasArrived(row: RosterRow): boolean {
  return row.status === 'present' || row.status === 'late' || row.status === 'left_early';
}
