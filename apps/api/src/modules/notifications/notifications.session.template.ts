import { formatJapaneseDate, weekdayOf } from '@kizuna/shared/rules/civil-date';

/** A training day as shown in a message. */
export interface ToldSession {
  heldOn: string;
  /** `HH:MM` in Japan. */
  from: string;
  to: string;
  hall: string;
  hallAddress: string;
}

function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour < 12 ? '午前' : '午後';
  const shown = hour <= 12 ? hour : hour - 12;
  return `${half}${shown}時${minute === 0 ? '' : `${minute}分`}`;
}

/** The days of a run, one per line. */
export function sessionLines(sessions: readonly ToldSession[] = []): string {
  if (sessions.length === 0) return '集合研修の日時は、決まりしだいお知らせします。';
  return sessions.map(dayLine).join('\n');
}

/** One day: time and place. */
export function dayLine(s: ToldSession): string {
  return `・${formatJapaneseDate(s.heldOn)}(${weekdayOf(s.heldOn)}) ${clock(s.from)}〜${clock(s.to)}\n  会場 ${s.hall}(${s.hallAddress})`;
}
