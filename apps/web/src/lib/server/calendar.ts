/** A day that people come together: a training day, a follow-up meeting. */
export interface CalendarDay {
  /** Names the day for ever; the newest file with it wins. */
  uid: string;
  startsAt: string;
  endsAt: string;
  hall: string;
  hallAddress: string;
  note: string | null;
  cancelled: boolean;
}

const lineOctets = 74;

/** A day as an iCalendar file (RFC 5545): a UID that never changes, times of Asia/Tokyo, CANCEL when it is off. */
function calendarFile(day: CalendarDay, title: string, now: Date): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Koga City Council of Social Welfare//Kizuna//JA',
    'CALSCALE:GREGORIAN',
    `METHOD:${day.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...japaneseTime,
    'BEGIN:VEVENT',
    `UID:${day.uid}@kizuna`,
    // the newest file wins in the calendar, also when only hall or hours have changed
    `SEQUENCE:${Math.floor(now.getTime() / 1000) - sequenceEpochSeconds}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;TZID=Asia/Tokyo:${tokyo(day.startsAt)}`,
    `DTEND;TZID=Asia/Tokyo:${tokyo(day.endsAt)}`,
    `SUMMARY:${escape(title)}`,
    `LOCATION:${escape(`${day.hall} ${day.hallAddress}`)}`,
    ...(day.note ? [`DESCRIPTION:${escape(day.note)}`] : []),
    `STATUS:${day.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(day.cancelled ? [] : reminder(title)),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}

/** The answer with the file; `name` is plain ASCII. */
export function calendarAnswer(day: CalendarDay, title: string, name: string): Response {
  return new Response(calendarFile(day, title, new Date()), {
    headers: {
      'content-type': `text/calendar; charset=utf-8; method=${day.cancelled ? 'CANCEL' : 'PUBLISH'}`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

const sequenceEpochSeconds = Date.UTC(2025, 0, 1) / 1000;

const japaneseTime = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const reminder = (title: string) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escape(title)}`,
  'TRIGGER:-P1D',
  'END:VALARM',
];

function utc(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function tokyo(instant: string): string {
  return utc(new Date(Date.parse(instant) + 9 * 3_600_000)).slice(0, 15);
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, never cut inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > lineOctets) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
