import type {
  PaperRecordBody,
  PaperSheetBody,
  PaperSheetPreview,
  PaperSheetResult,
} from '@kizuna/shared/contracts/ledger.paper-records';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { columnsOf, markTwice, readLine, withProblem, type ReadLine } from './paper-list.policy.js';
import { paperNumberOf, type NumberedCourse } from './paper-record.policy.js';
import { PaperRecordRepository } from './paper-record.repository.js';
import { PaperRecordService } from './paper-record.service.js';

/** A longer list has to be sent in parts: a person reads its preview. */
const mostLines = 1_000;

/** Transcribes many lines of the paper ledger at once: first a preview line by line, then all or nothing. */
@Injectable()
export class PaperListService {
  constructor(
    private readonly commands: Commands,
    private readonly transactions: Transactions,
    private readonly repository: PaperRecordRepository,
    private readonly records: PaperRecordService,
    private readonly clock: Clock,
  ) {}

  /** Every line as parsed, with its problems. Writes nothing. */
  preview(body: PaperSheetBody): Promise<PaperSheetPreview> {
    return this.transactions.run(async () => {
      const courses = await this.repository.courses();
      const lines = await this.read(body, courses);
      const bad = lines.filter((each) => each.body === null).length;
      return {
        lines: lines.map(({ line }) => line),
        good: lines.length - bad,
        bad,
        next: await this.nextNumbers(lines, courses),
      };
    });
  }

  /** @throws ledger.paper_sheet_has_errors if any line is wrong; nothing is written then */
  record(actor: Actor, body: PaperSheetBody, key: string | undefined): Promise<PaperSheetResult> {
    const scope = `certification.paper_sheet:${personOf(actor).personId}`;
    return this.commands.once(scope, key, body, async () => {
      const lines = await this.read(body, await this.repository.courses());
      const bodies = lines.flatMap((line) => line.body ?? []);
      const bad = lines.length - bodies.length;
      if (bad > 0) throw new DomainError('ledger.paper_sheet_has_errors', { params: { count: String(bad) } });
      await this.records.recordAll(actor, bodies);
      return { recorded: bodies.length };
    });
  }

  private async read(body: PaperSheetBody, courses: readonly NumberedCourse[]): Promise<ReadLine[]> {
    const [heading = [], ...rows] = rowsOf(textOf(body));
    const filled = rows
      .map((cells, index) => ({ cells, line: index + 2 }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const columns = columnsOf(heading);
    if (!columns.ok) {
      const params = { columns: columns.missing.join('」「') };
      throw new DomainError('ledger.paper_sheet_columns', { field: 'text', params });
    }
    if (filled.length === 0) throw new DomainError('ledger.paper_sheet_empty', { field: 'text' });
    if (filled.length > mostLines) throw new DomainError('ledger.paper_sheet_too_long', { field: 'text' });
    const today = civilDateOf(this.clock.now());
    const lines = markTwice(
      filled.map(({ cells, line }) => readLine(cells, columns.at, line, courses, today)),
    );
    return this.markTaken(lines, courses);
  }

  private async markTaken(
    lines: readonly ReadLine[],
    courses: readonly NumberedCourse[],
  ): Promise<ReadLine[]> {
    const good = lines.flatMap((each, index) => (each.body ? [{ index, body: each.body }] : []));
    const places = good.map(({ body }) => placeOf(body, courses));
    const taken = await this.repository.takenAmong(places, null);
    const numbers = new Map(taken.map(({ at, number }) => [good[at]!.index, number]));
    return lines.map((each, index) => {
      const number = numbers.get(index);
      return number === undefined
        ? each
        : withProblem(each, {
            field: 'number',
            code: 'ledger.paper_number_taken',
            params: { number },
          });
    });
  }

  /** If the list raises a counter, shows the office the number from which certificates will be issued. */
  private async nextNumbers(
    lines: readonly ReadLine[],
    courses: readonly NumberedCourse[],
  ): Promise<PaperSheetPreview['next']> {
    const counters = await this.repository.counters();
    const highest = new Map<string, PaperSheetPreview['next'][number]>();
    for (const { body } of lines) {
      const place = body && placeOf(body, courses);
      if (!place?.courseId || place.serial === null) continue;
      const { courseId, fiscalYear, courseTitle, serial } = place;
      const last = counters.find((each) => each.courseId === courseId && each.fiscalYear === fiscalYear);
      const next = Math.max(
        serial,
        last?.lastSerial ?? 0,
        (highest.get(`${courseId}${fiscalYear}`)?.serial ?? 1) - 1,
      );
      highest.set(`${courseId}${fiscalYear}`, { fiscalYear, courseTitle, serial: next + 1 });
    }
    return [...highest.values()];
  }
}

function placeOf(body: PaperRecordBody, courses: readonly NumberedCourse[]) {
  const course = courses.find(({ courseId }) => courseId === body.courseId) ?? null;
  return {
    ...paperNumberOf(body.number, body.fiscalYear, course),
    courseId: course?.courseId ?? null,
    courseTitle: course?.title ?? body.courseTitle ?? '',
    fiscalYear: body.fiscalYear,
  };
}

/** A file from Excel in Japan is Shift_JIS unless it says otherwise; anything else is rejected rather than guessed. */
function textOf({ text, file }: PaperSheetBody): string {
  if (!file) return text ?? '';
  const bytes = Buffer.from(file, 'base64');
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: try the next one
    }
  }
  throw new DomainError('ledger.paper_sheet_unreadable', { field: 'file' });
}

/** The cells of a CSV, or of text copied from a spreadsheet (tab-separated). */
function rowsOf(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.includes('\0')) throw new DomainError('ledger.paper_sheet_unreadable', { field: 'text' });
  const firstLine = plain.split(/\r?\n/, 1)[0] ?? '';
  const options = {
    delimiter: firstLine.includes('\t') ? '\t' : ',',
    relax_column_count: true,
    skip_empty_lines: false,
  };
  try {
    return parse(plain, options);
  } catch {
    throw new DomainError('ledger.paper_sheet_unreadable', { field: 'text' });
  }
}
