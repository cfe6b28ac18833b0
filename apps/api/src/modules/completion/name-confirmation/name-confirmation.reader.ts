import type {
  NameConfirmationView,
  NameQuestionList,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import type { ConfirmedBy } from '@kizuna/shared/vocabulary/completion';
import type { NameChoice } from '@kizuna/shared/vocabulary/completion';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { lengthInCharacters } from '@kizuna/shared/rules/text';

import { Clock } from '../../../platform/clock/clock.js';
import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { EnrolmentReader } from '../../enrolment/index.js';
import { PeopleReader } from '../../people/index.js';
import { nameSheetSource, Typesetting, type NameSheet } from '../../templates/index.js';
import { formsOf, nameStateOf, type NameForm } from './name-confirmation.policy.js';

/** A person's answer about the name. */
export interface SaidRow {
  registeredName: string;
  printedName: string;
  choice: NameChoice;
  note: string | null;
  via: ConfirmedBy;
  at: Date;
  /** Who wrote it down. */
  byName: string | null;
}

interface QuestionRow extends Omit<SaidRow, 'via' | 'byName'> {
  personId: string;
  name: string;
  kana: string;
}

/** What is known about a name before anyone answers. */
export interface NameFacts {
  personId: string;
  name: string;
  kana: string;
  undrawable: string[];
  forms: NameForm[];
}

const columns = `registered_name AS "registeredName", printed_name AS "printedName", choice, note`;

/** The name as it will be printed, and the person's answer about it. */
@Injectable()
export class NameConfirmationReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
    private readonly enrolments: EnrolmentReader,
    private readonly typesetting: Typesetting,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.not_found */
  async getView(personId: string): Promise<NameConfirmationView> {
    const [person, learning, said] = await Promise.all([
      this.people.getPerson(personId),
      this.enrolments.listLearningOfPerson(personId),
      this.lastSaid(personId),
    ]);
    return this.viewOf(person, learning.length > 0, said);
  }

  /** The view of a person whose facts were read. @param asked whether they take part in a course */
  viewOf(
    person: { personId: string; name: string; kana: string },
    asked: boolean,
    said: SaidRow | null,
  ): NameConfirmationView {
    const { personId, name, kana } = person;
    const state = nameStateOf(name, said);
    return {
      personId: personId as PersonId,
      name,
      kana,
      ...this.formsOf(name),
      asked,
      state,
      // An answer about another name does not apply to this one
      last:
        said && state !== 'unconfirmed'
          ? {
              choice: said.choice,
              printedName: said.printedName,
              note: said.note,
              via: said.via,
              at: said.at.toISOString(),
              byName: said.byName,
            }
          : null,
    };
  }

  /** The name with the characters that cannot be drawn. @throws platform.not_found */
  async factsOf(personId: string): Promise<NameFacts> {
    const { name, kana } = await this.people.getPerson(personId);
    return { personId, name, kana, ...this.formsOf(name) };
  }

  private formsOf(name: string): Pick<NameFacts, 'undrawable' | 'forms'> {
    const undrawable = this.typesetting.undrawableIn(name);
    return { undrawable, forms: formsOf(name, this.typesetting.alternativesIn(name)) };
  }

  /**
   * The name, or one of its other forms, in the certificate's font. @throws platform.not_found if there is no such form
   */
  async picture(personId: string, form: number | undefined): Promise<Buffer> {
    const facts = await this.factsOf(personId);
    const name = form === undefined ? facts.name : facts.forms[form]?.name;
    if (name === undefined) throw new DomainError('platform.not_found');
    const letters = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(name)];
    const missing = new Set(this.typesetting.undrawableIn(name));
    const data = (runs: (text: string) => { family: string; text: string }[]): NameSheet => ({
      length: lengthInCharacters(name),
      parts:
        missing.size === 0
          ? runs(name)
          : letters.flatMap(({ segment }): NameSheet['parts'] =>
              missing.has(segment) ? [{ family: null, text: segment }] : runs(segment),
            ),
    });
    const day = civilDateOf(this.clock.now());
    return this.typesetting.typeset({ source: nameSheetSource, data, day }, 'svg');
  }

  /** Answers waiting for the office, oldest first. */
  async questions(): Promise<NameQuestionList> {
    const open = await this.openQuestions();
    const people = await this.people.findPeople(open.map(({ personId }) => personId));
    const items = open.map(({ personId, name, kana, state, printedName, note, at }) => ({
      personId: personId as PersonId,
      name,
      kana,
      phone: people.get(personId)?.phone ?? null,
      state,
      printedName,
      note,
      at: at.toISOString(),
    }));
    return { items: items.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
  }

  /** How many answers wait for the office. */
  async countQuestions(): Promise<number> {
    return (await this.openQuestions()).length;
  }

  private async lastSaid(personId: string): Promise<SaidRow | null> {
    const [said] = await this.sql.prepared<SaidRow>(
      'completion.last-said',
      `SELECT ${columns}, via, recorded_at AS at, by_name AS "byName" FROM page_name_confirmations
       WHERE person_id = $1 ORDER BY id DESC LIMIT 1`,
      [personId],
    );
    return said ?? null;
  }

  /** People whose latest answer is about the name registered today and needs the office. */
  private async openQuestions() {
    const rows = await this.sql.prepared<QuestionRow>(
      'completion.name-questions',
      `SELECT n.*, p.name, p.kana FROM (SELECT DISTINCT ON (person_id) person_id AS "personId", ${columns}, recorded_at AS at
         FROM page_name_confirmations ORDER BY person_id, id DESC) n JOIN page_people p ON p.person_id = n."personId"
       WHERE n.choice IN ('wrong', 'other_form')`,
    );
    return rows.flatMap((row) => {
      const state = nameStateOf(row.name, row);
      return state === 'wrong' || state === 'form_agreed' ? [{ ...row, state }] : [];
    });
  }
}
