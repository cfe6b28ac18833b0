import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { addressOf, type InputParameter, type QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import type { OfficeSample, Resident } from './office-sample.ts';

/** Searches that find many: a family name and a whole reading. */
const search = { name: '佐藤', kana: 'サトウ カズコ' } as const;

/**
 * The addresses of what the office opens, by name; those of a name are requested in turn. Where 1,000 residents do not
 * fill a page, `limit` keeps the answers as long as theirs: finding is compared, not writing.
 */
export function officeRequests(sample: OfficeSample): Map<string, string[]> {
  return new Map([
    ['home', [to(reportingEndpoints.getOfficeHome)]],
    ...peopleRequests(sample),
    ...personRequests(sample),
    ...applicationRequests(sample),
    ...runRequests(sample),
    ...ledgerRequests(sample),
    ...otherRequests(sample),
  ]);
}

/** The address of a request; what the endpoint does not know does not compile. */
function to<E extends Endpoint>(endpoint: E, ...[input]: InputParameter<E>): string {
  const { params, query } = (input ?? {}) as { params?: object; query?: object };
  return addressOf(endpoint, { params, query });
}

type Named = [name: string, addresses: string[]];

function peopleRequests({ residents, middle }: OfficeSample): Named[] {
  const list = (query: { q?: string; cursor?: string; limit?: number }) =>
    to(peopleEndpoints.listPeople, { query });
  const same = (kana: string, phone: string) =>
    to(enrolmentEndpoints.listDuplicates, { query: { kana, phone } });
  return [
    ['people', [list({})]],
    ['people-middle', [list({ cursor: middle.people })]],
    ['people-by-kana', [list({ q: search.kana, limit: 2 })]],
    ['people-by-name', [list({ q: search.name, limit: 40 })]],
    ['people-by-mail', residents.map(({ email }) => list({ q: email }))],
    ['people-by-phone', residents.map(({ phone }) => list({ q: phone, limit: 1 }))],
    ['people-alike', residents.map(({ kana, phone }) => same(kana, phone))],
  ];
}

function personRequests({ residents }: OfficeSample): Named[] {
  const ofEach = (address: (one: Resident) => string) => residents.map(address);
  return [
    ['person', ofEach(({ personId }) => to(peopleEndpoints.getPerson, { params: { personId } }))],
    [
      'person-history',
      ofEach(({ personId }) => to(peopleEndpoints.listPersonHistory, { params: { personId } })),
    ],
    [
      'person-applications',
      ofEach(({ personId }) => to(enrolmentEndpoints.listApplications, { query: { personId, limit: 100 } })),
    ],
    [
      'person-supporter',
      ofEach(({ personId }) => to(supportersEndpoints.getSupporterOfPerson, { params: { personId } })),
    ],
    [
      'person-name',
      ofEach(({ personId }) =>
        to(completionNameConfirmationEndpoints.getNameConfirmation, { params: { personId } }),
      ),
    ],
  ];
}

function applicationRequests({ residents, middle }: OfficeSample): Named[] {
  const list = (query: QueryOf<typeof enrolmentEndpoints.listApplications>) =>
    to(enrolmentEndpoints.listApplications, { query });
  return [
    ['applications', [list({})]],
    ['applications-middle', [list({ cursor: middle.applications })]],
    ['applications-waiting', [list({ status: 'applied' })]],
    ['applications-by-phone-call', [list({ channel: 'phone' })]],
    ['applications-of-run', residents.map(({ courseRunId }) => list({ courseRunId }))],
    ['applications-by-name', [list({ q: search.name, limit: 30 })]],
  ];
}

function runRequests({ residents, currentRunId }: OfficeSample): Named[] {
  const board = (courseRunId: string) => to(reportingEndpoints.getRunBoard, { params: { courseRunId } });
  return [
    ['runs', [to(coursesEndpoints.listOfficeCourseRuns, { query: { limit: 20 } })]],
    ['run-reports', [to(reportingEndpoints.listRunReports)]],
    ['run-board', [board(currentRunId)]],
    ['run-board-past', residents.map(({ courseRunId }) => board(courseRunId))],
  ];
}

function ledgerRequests({ residents, middle, year }: OfficeSample): Named[] {
  const list = (query: { q?: string; cursor?: string; fiscalYear?: number; limit?: number }) =>
    to(ledgerEndpoints.listLedgerLines, { query });
  return [
    ['ledger', [list({})]],
    ['ledger-middle', [list({ cursor: middle.ledger })]],
    ['ledger-of-year', [list({ fiscalYear: year })]],
    ['ledger-by-name', [list({ q: search.name, limit: 20 })]],
    ['ledger-by-number', residents.map(({ certificateNumber }) => list({ q: certificateNumber }))],
    ['ledger-choices', [to(ledgerEndpoints.getLedgerChoices)]],
    ['ledger-year-report', [to(ledgerEndpoints.checkLedger)]],
  ];
}

function otherRequests({ residents, viewingId, year }: OfficeSample): Named[] {
  const messages = (query: QueryOf<typeof notificationsEndpoints.listNotifications>) =>
    to(notificationsEndpoints.listNotifications, { query });
  const supporters = (query: QueryOf<typeof supportersEndpoints.listSupporters>) =>
    to(supportersEndpoints.listSupporters, { query });
  const candidates = (q: string) =>
    to(viewingsEndpoints.listViewingCandidates, {
      params: { groupViewingId: viewingId },
      query: { q },
    });
  return [
    ['notifications', [messages({})]],
    ['notifications-failed', [messages({ state: 'failed' })]],
    ['notifications-by-name', [messages({ q: search.name })]],
    ['supporters', [supporters({})]],
    ['supporters-by-name', [supporters({ q: search.name, limit: 5 })]],
    ['supporters-of-district', residents.map(({ districtId }) => supporters({ districtId, limit: 5 }))],
    ['viewing-report', [to(reportingEndpoints.getViewingReport, { query: { fiscalYear: year } })]],
    ['viewing-by-card', residents.map(({ cardNumber }) => candidates(cardNumber))],
  ];
}
