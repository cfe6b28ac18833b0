import type { Endpoint } from './endpoint.js';
import { activitiesEndpoints } from './activities.endpoints.js';
import { certificationEndpoints } from './certification.endpoints.js';
import { certificationBatchesEndpoints } from './certification.batches.endpoints.js';
import { certificationDesignsEndpoints } from './certification.designs.endpoints.js';
import { certificationEnvelopesEndpoints } from './certification.envelopes.endpoints.js';
import { completionEndpoints } from './completion.endpoints.js';
import { completionNameConfirmationEndpoints } from './completion.name-confirmation.endpoints.js';
import { coursesEndpoints } from './courses.endpoints.js';
import { credentialsEndpoints } from './credentials.endpoints.js';
import { enrolmentEndpoints } from './enrolment.endpoints.js';
import { healthEndpoints } from './health.endpoints.js';
import { insightEndpoints } from './insight.endpoints.js';
import { learningEndpoints } from './learning.endpoints.js';
import { ledgerEndpoints } from './ledger.endpoints.js';
import { ledgerPaperRecordsEndpoints } from './ledger.paper-records.endpoints.js';
import { materialsEndpoints } from './materials.endpoints.js';
import { notificationsEndpoints } from './notifications.endpoints.js';
import { pagesEndpoints } from './pages.endpoints.js';
import { pagesInstructorEndpoints } from './pages.instructor.endpoints.js';
import { pagesOfficeEndpoints } from './pages.office.endpoints.js';
import { peopleEndpoints } from './people.endpoints.js';
import { reportingEndpoints } from './reporting.endpoints.js';
import { reportingLedgerEndpoints } from './reporting.ledger.endpoints.js';
import { sessionsEndpoints } from './sessions.endpoints.js';
import { supportersEndpoints } from './supporters.endpoints.js';
import { supportersCardsEndpoints } from './supporters.cards.endpoints.js';
import { templatesEndpoints } from './templates.endpoints.js';
import { uploadsEndpoints } from './uploads.endpoints.js';
import { verificationEndpoints } from './verification.endpoints.js';
import { videoEndpoints } from './video.endpoints.js';
import { viewingsEndpoints } from './viewings.endpoints.js';
import { walletEndpoints } from './wallet.endpoints.js';

/** One endpoint and its name; names are unique over all groups. */
export interface NamedEndpoint {
  name: string;
  endpoint: Endpoint;
}

const groups: Record<string, Endpoint>[] = [
  activitiesEndpoints,
  certificationEndpoints,
  certificationBatchesEndpoints,
  certificationDesignsEndpoints,
  certificationEnvelopesEndpoints,
  completionEndpoints,
  completionNameConfirmationEndpoints,
  coursesEndpoints,
  credentialsEndpoints,
  enrolmentEndpoints,
  healthEndpoints,
  insightEndpoints,
  learningEndpoints,
  ledgerEndpoints,
  ledgerPaperRecordsEndpoints,
  materialsEndpoints,
  notificationsEndpoints,
  pagesEndpoints,
  pagesInstructorEndpoints,
  pagesOfficeEndpoints,
  peopleEndpoints,
  reportingEndpoints,
  reportingLedgerEndpoints,
  sessionsEndpoints,
  supportersEndpoints,
  supportersCardsEndpoints,
  templatesEndpoints,
  uploadsEndpoints,
  verificationEndpoints,
  videoEndpoints,
  viewingsEndpoints,
  walletEndpoints,
];

/**
 * Every endpoint of the API: for the boot check, the permission matrix and the structure tests. A client imports the
 * group that it needs instead.
 */
export const endpoints: readonly NamedEndpoint[] = groups.flatMap((group) =>
  Object.entries(group).map(([name, endpoint]) => ({ name, endpoint })),
);
