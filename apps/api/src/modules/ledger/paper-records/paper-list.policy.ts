import { PaperRecordBody, type PaperSheetPreview } from '@kizuna/shared/contracts/ledger.paper-records';
import { isErrorCode, type ErrorCode } from '@kizuna/shared/errors/index';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import { paperColumns, requiredPaperColumns, type PaperColumn } from '@kizuna/shared/rules/paper-ledger';
import { readTypedDate, readTypedFiscalYear } from '@kizuna/shared/rules/partial-date';
import { comparableText } from '@kizuna/shared/rules/text';

import {
  courseMeantBy,
  paperNumberOf,
  problemsOfPaper,
  type NumberedCourse,
  type PaperProblem,
} from './paper-record.policy.js';

export type SheetLine = PaperSheetPreview['lines'][number] & { problems: PaperProblem[] };

/** A parsed line of a list; `body` is present only if the line is valid. */
export interface ReadLine {
  line: SheetLine;
  body: PaperRecordBody | null;
}

/** The columns according to the heading row, or the missing ones. */
export function columnsOf(
  heading: readonly string[],
): { ok: true; at: Partial<Record<PaperColumn, number>> } | { ok: false; missing: string[] } {
  const at: Partial<Record<PaperColumn, number>> = {};
  const words = heading.map(comparableText);
  for (const [column, names] of Object.entries(paperColumns)) {
    const keys = names.map((name) => comparableText(name));
    const found = words.findIndex((word) => keys.includes(word));
    if (found >= 0) at[column as PaperColumn] = found;
  }
  const missing = requiredPaperColumns.filter((column) => at[column] === undefined);
  return missing.length === 0
    ? { ok: true, at }
    : { ok: false, missing: missing.map((column) => paperColumns[column][0]) };
}

/** Parses one row below the heading. `line` counts from 1, including the heading. */
export function readLine(
  cells: readonly string[],
  at: Partial<Record<PaperColumn, number>>,
  line: number,
  courses: readonly NumberedCourse[],
  today: CivilDate,
): ReadLine {
  const cell = (column: PaperColumn) => (at[column] === undefined ? '' : (cells[at[column]] ?? '').trim());
  const problems: PaperProblem[] = [];
  const add = (field: string, code: ErrorCode) => problems.push({ field, code });
  const fiscalYear = readTypedFiscalYear(cell('fiscalYear'));
  if (fiscalYear === undefined) add('fiscalYear', 'ledger.paper_year_invalid');
  const meant = courseMeantBy(cell('course'), courses);
  if (meant === 'ambiguous') add('course', 'ledger.paper_course_ambiguous');
  const course = meant === 'ambiguous' ? null : meant;
  const dates = { completedOn: readDate('completedOn'), issuedOn: readDate('issuedOn') };
  const body = {
    ...dates,
    fiscalYear: fiscalYear ?? 2000,
    ...(course ? { courseId: course.courseId } : cell('course') ? { courseTitle: cell('course') } : {}),
    number: cell('number'),
    name: cell('name'),
    ...(cell('kana') ? { kana: cell('kana') } : {}),
    ...(cell('issuerHead') ? { issuerHead: cell('issuerHead') } : {}),
    ...(cell('note') ? { note: cell('note') } : {}),
  };
  const parsed = PaperRecordBody.safeParse(body);
  for (const issue of parsed.error?.issues ?? []) {
    const code = isErrorCode(issue.message) ? issue.message : 'platform.invalid_input';
    if (!problems.some(({ field }) => field === issue.path[0])) add(String(issue.path[0]), code);
  }
  if (parsed.success) problems.push(...problemsOfPaper(parsed.data, today));
  const number =
    fiscalYear === undefined ? cell('number') : paperNumberOf(cell('number'), fiscalYear, course).number;
  return {
    body: problems.length === 0 && parsed.success ? parsed.data : null,
    line: {
      line,
      number,
      name: cell('name'),
      kana: cell('kana'),
      fiscalYear: fiscalYear ?? null,
      courseTitle: course?.title ?? cell('course'),
      completedOn: dates.completedOn ?? null,
      issuedOn: dates.issuedOn ?? null,
      problems,
    },
  };

  function readDate(column: 'completedOn' | 'issuedOn'): string | undefined {
    const typed = cell(column);
    const date = typed === '' ? undefined : readTypedDate(typed);
    if (typed !== '' && date === undefined) add(column, 'ledger.paper_date_invalid');
    return date;
  }
}

/** Marks lines that give the same number as wrong, both of them: only the office knows which is right. */
export function markTwice(lines: readonly ReadLine[]): ReadLine[] {
  const keyOf = ({ line }: ReadLine) =>
    `${line.fiscalYear} ${line.courseTitle} ${comparableText(line.number)}`;
  const counted = new Map<string, number>();
  for (const each of lines) counted.set(keyOf(each), (counted.get(keyOf(each)) ?? 0) + 1);
  return lines.map((each) =>
    each.line.number !== '' && counted.get(keyOf(each))! > 1
      ? withProblem(each, { field: 'number', code: 'ledger.paper_number_twice' })
      : each,
  );
}

/** The line with one more problem. */
export function withProblem({ line }: ReadLine, problem: PaperProblem): ReadLine {
  return { body: null, line: { ...line, problems: [...line.problems, problem] } };
}
