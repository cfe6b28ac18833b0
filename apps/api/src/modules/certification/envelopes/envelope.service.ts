import type { CompletionList } from '@kizuna/shared/contracts/completion';
import type { EnvelopeList, EnvelopeQuery } from '@kizuna/shared/contracts/certification.envelopes';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { lengthInCharacters } from '@kizuna/shared/rules/text';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { verticalAddress } from '@kizuna/shared/rules/vertical-address';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { CompletionReader } from '../../completion/index.js';
import { EnrolmentReader } from '../../enrolment/index.js';
import { PeopleReader } from '../../people/index.js';
import {
  envelopeHonorific,
  envelopeSheetSource,
  labelSheetSource,
  Typesetting,
  type EnvelopeAddress,
  type EnvelopeSheet,
  type FontRun,
} from '../../templates/index.js';
import { CertificateBatchReader } from '../batches/certificate-batch.reader.js';
import { CertificationIssuerService } from '../certification.issuer.service.js';
import { inColumns, nameColumnOf } from './envelope.policy.js';

interface Recipient {
  personId: string;
  name: string;
  kana: string;
  postalCode: string | null;
  address: string;
  undrawableName: string[];
  undrawableAddress: string[];
}

type Runs = (text: string) => FontRun[];

/** How many letters of an address fit in one column. */
const addressColumn = 27;

/**
 * Envelopes and labels for those who get their certificate by post: they asked for letters, or have no mail address.
 */
@Injectable()
export class EnvelopeService {
  constructor(
    private readonly batches: CertificateBatchReader,
    private readonly completions: CompletionReader,
    private readonly people: PeopleReader,
    private readonly enrolments: EnrolmentReader,
    private readonly issuers: CertificationIssuerService,
    private readonly typesetting: Typesetting,
    private readonly clock: Clock,
  ) {}

  /** The recipients in a run, in the roster's order, and what has to be written by hand. @throws platform.not_found */
  async listOfRun(actor: Actor, courseRunId: string): Promise<EnvelopeList> {
    return listOf(await this.recipients(actor, courseRunId));
  }

  /** The same for the recipients in one batch. @throws platform.not_found */
  async listOfBatch(actor: Actor, batchId: string): Promise<EnvelopeList> {
    return listOf(await this.recipientsOfBatch(actor, batchId));
  }

  /** @throws platform.not_found @throws certification.nobody_by_post */
  async ofRun(actor: Actor, courseRunId: string, query: EnvelopeQuery): Promise<Buffer> {
    return this.print(await this.recipients(actor, courseRunId), query);
  }

  /** @throws platform.not_found @throws certification.nobody_by_post */
  async ofBatch(actor: Actor, batchId: string, query: EnvelopeQuery): Promise<Buffer> {
    return this.print(await this.recipientsOfBatch(actor, batchId), query);
  }

  private async print(all: readonly Recipient[], { kind }: EnvelopeQuery): Promise<Buffer> {
    if (all.length === 0) throw new DomainError('certification.nobody_by_post');
    const { issuer } = await this.issuers.get();
    const data = (runs: Runs): EnvelopeSheet => ({
      people: all.map((each) => addressOf(each, runs)),
      sender: kind === 'envelope' ? inColumns(issuer, 60).flatMap((column) => column.flatMap(runs)) : [],
    });
    const source = kind === 'envelope' ? envelopeSheetSource : labelSheetSource;
    return this.typesetting.typeset({ source, data, day: civilDateOf(this.clock.now()) }, 'pdf');
  }

  private async recipientsOfBatch(actor: Actor, batchId: string): Promise<Recipient[]> {
    const { courseRunId } = await this.batches.getView(batchId);
    const [{ items }, valid] = await Promise.all([
      this.completions.listOfRun(actor, courseRunId),
      this.batches.validOf(batchId),
    ]);
    // As in the batch's print file: a certificate that has since been replaced is sent with its reissue
    return this.recipientsOf(items, new Set(valid));
  }

  private async recipients(actor: Actor, courseRunId: string): Promise<Recipient[]> {
    return this.recipientsOf((await this.completions.listOfRun(actor, courseRunId)).items);
  }

  private async recipientsOf(items: CompletionList['items'], only?: Set<string>): Promise<Recipient[]> {
    const issued = items.filter(
      (item) => item.certificateId !== null && (!only || only.has(item.certificateId)),
    );
    const [people, replies] = await Promise.all([
      this.people.findPeople(issued.map((item) => item.personId)),
      this.enrolments.replyWishesOf(issued.map((item) => item.enrolmentId)),
    ]);
    return issued.flatMap(({ personId, enrolmentId }) => {
      const [person, reply] = [people.get(personId), replies.get(enrolmentId)];
      if (!person || !reply) return [];
      if (reply.replyBy !== 'letter' && (person.email ?? reply.mailAddress) !== null) return [];
      const { name, kana, postalCode, address } = person;
      const undrawableName = this.typesetting.undrawableIn(name);
      const undrawableAddress = this.typesetting.undrawableIn(address);
      return [{ personId, name, kana, postalCode, address, undrawableName, undrawableAddress }];
    });
  }
}

function listOf(all: readonly Recipient[]): EnvelopeList {
  return {
    items: all.map(({ personId, name, kana, address, undrawableName, undrawableAddress }) => ({
      personId: personId as PersonId,
      name,
      kana,
      address,
      undrawableName,
      undrawableAddress,
      addressMissing: address.trim() === '',
    })),
  };
}

function addressOf(person: Recipient, runs: Runs): EnvelopeAddress {
  const name = person.undrawableName.length > 0 ? '' : person.name;
  const address = person.undrawableAddress.length > 0 ? '' : person.address;
  const letters = (column: string[]) => column.flatMap((letter) => runs(letter));
  return {
    postalCode: [...(person.postalCode ?? '').replace(/\D/g, '')].slice(0, 7),
    address: runs(address),
    name: runs(name),
    nameLength: lengthInCharacters(person.name),
    addressColumns: inColumns(verticalAddress(address), addressColumn).map(letters),
    nameColumns:
      name === '' ? [] : inColumns(`${name}\u3000${envelopeHonorific}`, nameColumnOf(name) + 1).map(letters),
  };
}
