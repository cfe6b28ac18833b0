import type { LedgerLine, LedgerSheetQuery } from '@kizuna/shared/contracts/ledger';
import { civilDateOf, formatFiscalYear, formatJapaneseDate } from '@kizuna/shared/rules/civil-date';
import { formatPartialDate } from '@kizuna/shared/rules/partial-date';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import {
  ledgerSheetSource,
  ledgerSheetWords as words,
  missingMark,
  Typesetting,
  type FontRun,
  type LedgerSheet,
} from '../templates/index.js';
import { LedgerLinesReader } from './ledger.lines.reader.js';
import { LedgerReader } from './ledger.reader.js';

type Runs = (text: string) => FontRun[];

/** The ledger as a printed document, course by course and year by year. */
@Injectable()
export class LedgerSheetService {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly ledger: LedgerReader,
    private readonly people: PeopleReader,
    private readonly typesetting: Typesetting,
    private readonly clock: Clock,
  ) {}

  /** @throws certification.nothing_to_print if the ledger has no matching lines */
  async print(query: LedgerSheetQuery): Promise<Buffer> {
    const lines = await this.lines.all(query);
    if (lines.length === 0) throw new DomainError('certification.nothing_to_print');
    const people = await this.people.findPeople(lines.flatMap((line) => line.personId ?? []));
    const head = await this.ledger.head();
    const day = civilDateOf(this.clock.now());
    const data = (runs: Runs): LedgerSheet => ({
      parts: partsOf(lines).map((part) => ({
        year: formatFiscalYear(part[0]!.fiscalYear),
        title: runs(part[0]!.courseTitle),
        lines: part.map((line) => this.cellsOf(line, people.get(line.personId ?? ''), runs)),
      })),
      printed: words.printed(formatJapaneseDate(day)),
      head,
    });
    return this.typesetting.typeset({ source: ledgerSheetSource, data, day }, 'pdf');
  }

  private cellsOf(line: LedgerLine, person: PersonRecord | undefined, runs: Runs) {
    const missing = this.typesetting.undrawableIn(line.name);
    const name = missing.reduce((text, character) => text.replaceAll(character, missingMark), line.name);
    const codes = missing.map((character) =>
      [...character].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase()}`).join(' '),
    );
    const printable = (text: string) =>
      this.typesetting.undrawableIn(text).reduce((rest, each) => rest.replaceAll(each, missingMark), text);
    const note = [...notesOf(line), ...(missing.length > 0 ? [words.missing(codes.join(', '))] : [])];
    return {
      number: runs(printable(line.number)),
      name: runs(name),
      kana: runs(printable(line.kana ?? person?.kana ?? '')),
      bornOn: person?.bornOn ? formatJapaneseDate(person.bornOn) : '',
      completedOn: line.completedOn ? formatPartialDate(line.completedOn) : '',
      issuedOn: line.issuedOn ? formatPartialDate(line.issuedOn) : '',
      note: runs(printable(note.join('、'))),
    };
  }
}

/** Groups lines by course and year; the input is already in that order. */
function partsOf(lines: readonly LedgerLine[]): LedgerLine[][] {
  const parts = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const key = `${line.fiscalYear} ${line.courseTitle}`;
    parts.set(key, [...(parts.get(key) ?? []), line]);
  }
  return [...parts.values()];
}

function notesOf({ state, copy, note }: LedgerLine): string[] {
  const said = state === 'valid' ? [] : [words[state]];
  return [...(copy > 1 ? [words.again(copy)] : []), ...said, ...(note ? [note] : [])];
}
