import type { ApplicationRow, ApplicationView } from '@kizuna/shared/contracts/enrolment';
import { comparableKana, phoneDigits } from '@kizuna/shared/rules/text';

import type { RunContent } from '../courses/index.js';
import type { PersonRecord } from '../people/index.js';
import type { GivenDetails } from './application.entity.js';
import type { ApplicationDetail, InboxRow } from './enrolment.inbox.reader.js';
import { officeActions } from './enrolment.policy.js';

/** Maps a row of the inbox to its view. Names are as the applicant gave them. */
export function toApplicationRow(row: InboxRow, run: RunContent): ApplicationRow {
  const { given, wishes, wishNote, appliedAt, ...rest } = row;
  return {
    ...rest,
    name: given.name,
    kana: given.kana,
    phone: given.phone ?? null,
    hasEmail: given.email !== undefined,
    districtName: given.districtName ?? null,
    courseTitle: run.courseTitle,
    runName: run.name,
    appliedAt: appliedAt.toISOString(),
    hasWishes: wishes.length > 0 || wishNote !== null,
    can: officeActions(row.status),
  };
}

/** Maps an application to its own page, with the differences from the person's record. */
export function toApplicationView(
  row: ApplicationRow,
  detail: ApplicationDetail,
  person: PersonRecord,
  age: number,
): ApplicationView {
  const { name, kana, bornOn, phone, email, postalCode, address, districtName } = detail.given;
  const { applicantIs, proxyName, guardianName, wishes, wishNote, replyBy, officeNote } = detail;
  return {
    ...row,
    given: { name, kana, bornOn, phone, email, postalCode, address, districtName: districtName ?? null },
    applicantIs,
    proxyName,
    guardianName,
    wishes,
    wishNote,
    replyBy,
    officeNote,
    bornOn,
    age,
    differsFromPerson: differencesOf(detail.given, person),
  };
}

/** Fields given in the application that differ from the record; spelling variants of the same value do not count. */
function differencesOf(given: GivenDetails, person: PersonRecord): string[] {
  const forms: Record<string, (value: string) => string> = {
    kana: comparableKana,
    phone: phoneDigits,
    email: (value) => value.toLowerCase(),
    postalCode: (value) => value.normalize('NFKC').replace(/\D/g, ''),
  };
  const fields = ['name', 'kana', 'bornOn', 'phone', 'email', 'postalCode', 'address', 'districtId'] as const;
  return fields.filter((field) => {
    const form = forms[field] ?? ((value: string) => value);
    const said = given[field];
    return said !== undefined && form(said) !== form(person[field] ?? '');
  });
}
