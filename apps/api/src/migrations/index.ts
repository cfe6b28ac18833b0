import { Platform1795000000010 } from './1795000000010-platform.js';
import { People1795000000020 } from './1795000000020-people.js';
import { Video1795000000030 } from './1795000000030-video.js';
import { Assessment1795000000040 } from './1795000000040-assessment.js';
import { Courses1795000000050 } from './1795000000050-courses.js';
import { Enrolment1795000000060 } from './1795000000060-enrolment.js';
import { Learning1795000000070 } from './1795000000070-learning.js';
import { Sessions1795000000080 } from './1795000000080-sessions.js';
import { Certification1795000000090 } from './1795000000090-certification.js';
import { Notifications1795000000100 } from './1795000000100-notifications.js';
import { Reporting1795000000110 } from './1795000000110-reporting.js';
import { Delivery1795000000120 } from './1795000000120-delivery.js';
import { UploadsAndTranscoding1795000000125 } from './1795000000125-uploads-and-transcoding.js';
import { Films1795000000130 } from './1795000000130-films.js';
import { FilmRules1795000000140 } from './1795000000140-film-rules.js';
import { Watching1795000000150 } from './1795000000150-watching.js';
import { Viewings1795000000160 } from './1795000000160-viewings.js';
import { Materials1795000000170 } from './1795000000170-materials.js';
import { Insight1795000000180 } from './1795000000180-insight.js';
import { CertificateCopies1795000000190 } from './1795000000190-certificate-copies.js';
import { SigningKeys1795000000191 } from './1795000000191-signing-keys.js';
import { CertificateFiles1795000000192 } from './1795000000192-certificate-files.js';
import { LedgerChain1795000000193 } from './1795000000193-ledger-chain.js';
import { Templates1795000000200 } from './1795000000200-templates.js';
import { Credentials1795000000210 } from './1795000000210-credentials.js';
import { IssueBatches1795000000220 } from './1795000000220-issue-batches.js';
import { RateLimits1795000000230 } from './1795000000230-rate-limits.js';
import { LedgerOfAllYears1795000000240 } from './1795000000240-ledger-of-all-years.js';
import { Supporters1795000000250 } from './1795000000250-supporters.js';
import { BatchLanguage1795000000260 } from './1795000000260-batch-language.js';
import { SupporterRevision1795000000270 } from './1795000000270-supporter-revision.js';
import { SupporterCardPrints1795000000271 } from './1795000000271-supporter-card-prints.js';
import { WalletOffers1795000000280 } from './1795000000280-wallet-offers.js';
import { ContentVersion1795000000290 } from './1795000000290-content-version.js';
import { PageViews1795000000291 } from './1795000000291-page-views.js';
import { OfficePageViews1795000000292 } from './1795000000292-office-page-views.js';

/** Every migration in the order it runs. Immutable once merged: a change is a new migration. */
export const migrations = [
  Platform1795000000010,
  People1795000000020,
  Video1795000000030,
  Assessment1795000000040,
  Courses1795000000050,
  Enrolment1795000000060,
  Learning1795000000070,
  Sessions1795000000080,
  Certification1795000000090,
  Notifications1795000000100,
  Reporting1795000000110,
  Delivery1795000000120,
  UploadsAndTranscoding1795000000125,
  Films1795000000130,
  FilmRules1795000000140,
  Watching1795000000150,
  Viewings1795000000160,
  Materials1795000000170,
  Insight1795000000180,
  CertificateCopies1795000000190,
  SigningKeys1795000000191,
  CertificateFiles1795000000192,
  LedgerChain1795000000193,
  Templates1795000000200,
  Credentials1795000000210,
  IssueBatches1795000000220,
  RateLimits1795000000230,
  LedgerOfAllYears1795000000240,
  Supporters1795000000250,
  BatchLanguage1795000000260,
  SupporterRevision1795000000270,
  SupporterCardPrints1795000000271,
  WalletOffers1795000000280,
  ContentVersion1795000000290,
  PageViews1795000000291,
  OfficePageViews1795000000292,
];
