import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ActorResolver } from '../../platform/auth/index.js';
import { AccountSetupService } from './accounts/account-setup.service.js';
import { AccountController } from './accounts/account.controller.js';
import { AccountEntity } from './accounts/account.entity.js';
import { AccountRepository } from './accounts/account.repository.js';
import { InvitationService } from './accounts/invitation.service.js';
import { StaffController } from './accounts/staff.controller.js';
import { StaffService } from './accounts/staff.service.js';
import { ApplicantRepository } from './applicants/applicant.repository.js';
import { ApplicantService } from './applicants/applicant.service.js';
import { CardService } from './cards/card.service.js';
import { CardVerifier } from './cards/card.verifier.js';
import { LearnerCardEntity } from './cards/learner-card.entity.js';
import { DistrictEntity } from './district.entity.js';
import { PasswordResetEntity } from './passwords/password-reset.entity.js';
import { PasswordResetIssuer } from './passwords/password-reset.issuer.js';
import { PasswordResetRepository } from './passwords/password-reset.repository.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { PasswordService } from './passwords/password.service.js';
import { PasswordStore } from './passwords/password.store.js';
import { SecretHasher } from './passwords/secret-hasher.js';
import { PeopleController } from './people.controller.js';
import { PeopleHousekeeping } from './people.housekeeping.js';
import { PeopleReader } from './people.reader.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonEntity } from './person.entity.js';
import { SessionIssuer } from './sign-in/session-issuer.js';
import { SignInFailureEntity } from './sign-in/sign-in-failure.entity.js';
import { SignInThrottleEntity } from './sign-in/sign-in-throttle.entity.js';
import { SignInThrottle } from './sign-in/sign-in-throttle.js';
import { SignInThrottleRepository } from './sign-in/sign-in-throttle.repository.js';
import { SignInActorResolver } from './sign-in/sign-in.actor-resolver.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInCookie } from './sign-in/sign-in.cookie.js';
import { SignInEntity } from './sign-in/sign-in.entity.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';
import { SignInService } from './sign-in/sign-in.service.js';

const entities = [
  AccountEntity,
  DistrictEntity,
  LearnerCardEntity,
  PasswordResetEntity,
  PersonEntity,
  SignInThrottleEntity,
  SignInEntity,
  SignInFailureEntity,
];

/** Global only for ActorResolver, which the guard of every module needs. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [SignInController, AccountController, PeopleController, StaffController],
  providers: [
    AccountRepository,
    ApplicantService,
    ApplicantRepository,
    SignInThrottleRepository,
    PeopleRepository,
    PasswordResetRepository,
    SignInRepository,
    { provide: ActorResolver, useClass: SignInActorResolver },
    CardVerifier,
    CardService,
    InvitationService,
    PasswordStore,
    PasswordService,
    PeopleHousekeeping,
    PeopleReader,
    PeopleService,
    PasswordResetIssuer,
    PasswordResetService,
    SecretHasher,
    AccountSetupService,
    SignInThrottle,
    SignInCookie,
    SessionIssuer,
    SignInService,
    StaffService,
  ],
  exports: [
    ActorResolver,
    ApplicantService,
    CardVerifier,
    CardService,
    InvitationService,
    PeopleReader,
    PeopleService,
    AccountSetupService,
    SessionIssuer,
    StaffService,
  ],
})
export class PeopleModule {}
