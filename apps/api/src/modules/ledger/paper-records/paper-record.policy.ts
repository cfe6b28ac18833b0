import type { PaperRecordBody } from '@kizuna/shared/contracts/ledger.paper-records';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { formatPaperNumber, serialOfTyped } from '@kizuna/shared/rules/paper-ledger';
import { comparePartialDates } from '@kizuna/shared/rules/partial-date';
import { comparableText } from '@kizuna/shared/rules/text';

import { comparableCertificateNumber, formatCertificateNumber } from '../ledger.number.policy.js';

/** A course with its own certificate numbers. */
export interface NumberedCourse {
  courseId: string;
  title: string;
  numberLabel: string;
}

export interface PaperProblem {
  field: string;
  code: ErrorCode;
  params?: Record<string, string>;
}

/** The number of a paper line, and its sort position within its course and year. */
export interface PaperNumber {
  number: string;
  numberKey: string;
  serial: number | null;
}

/**
 * For a course in the system, 「12」 becomes 「平成27年度 入門 第12号」 and counts there; for an old course it becomes
 * 「第12号」. Anything else on the paper is stored as it is.
 */
export function paperNumberOf(typed: string, fiscalYear: number, course: NumberedCourse | null): PaperNumber {
  const serial = serialOfTyped(typed) ?? (course ? serialOfWhole(typed, fiscalYear, course) : undefined);
  if (serial === undefined)
    return { number: typed, numberKey: comparableCertificateNumber(typed), serial: null };
  const number = course
    ? formatCertificateNumber(fiscalYear, course.numberLabel, serial)
    : formatPaperNumber(serial);
  return { number, numberKey: comparableCertificateNumber(number), serial };
}

function serialOfWhole(typed: string, fiscalYear: number, course: NumberedCourse): number | undefined {
  const key = comparableCertificateNumber(typed);
  const serial = Number(/(\d{1,6})号$/.exec(key)?.[1] ?? 0);
  const whole = formatCertificateNumber(fiscalYear, course.numberLabel, serial);
  return serial >= 1 && comparableCertificateNumber(whole) === key ? serial : undefined;
}

/** The problems of a line by itself; empty if there are none. */
export function problemsOfPaper(
  line: Pick<PaperRecordBody, 'fiscalYear' | 'courseId' | 'courseTitle' | 'completedOn' | 'issuedOn'>,
  today: CivilDate,
): PaperProblem[] {
  const problems: PaperProblem[] = [];
  const add = (field: string, code: ErrorCode) => problems.push({ field, code });
  if (line.fiscalYear > fiscalYearOf(today)) add('fiscalYear', 'ledger.paper_year_invalid');
  if (!line.courseId && !line.courseTitle) add('courseTitle', 'ledger.paper_course_required');
  for (const field of ['completedOn', 'issuedOn'] as const) {
    const date = line[field];
    if (date && comparePartialDates(date, today) > 0) add(field, 'ledger.paper_date_in_future');
  }
  if (line.completedOn && line.issuedOn && comparePartialDates(line.issuedOn, line.completedOn) < 0)
    add('issuedOn', 'ledger.paper_dates_reversed');
  return problems;
}

/**
 * The course that a cell of a list refers to: by its title, by its label in the numbers (入門), or as the only one
 * whose title contains the text. Null for an old course; 'ambiguous' if two match.
 */
export function courseMeantBy(
  typed: string,
  courses: readonly NumberedCourse[],
): NumberedCourse | null | 'ambiguous' {
  const key = comparableText(typed);
  if (key === '') return null;
  const exact = courses.filter(
    ({ title, numberLabel }) => comparableText(title) === key || comparableText(numberLabel) === key,
  );
  const meant = exact.length > 0 ? exact : courses.filter(({ title }) => comparableText(title).includes(key));
  return meant.length > 1 ? 'ambiguous' : (meant[0] ?? null);
}
