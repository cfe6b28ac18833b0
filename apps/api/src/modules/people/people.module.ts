import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ActorResolver } from '../../platform/auth/index.js';
import { AccountController } from './people.account.controller.js';
import {
  AccountEntity,
  LearnerCardEntity,
  PasswordResetEntity,
  SignInBrakeEntity,
  SignInEntity,
  SignInFailureEntity,
} from './people.account.entity.js';
import { AccountRepository } from './people.account.repository.js';
import { SignInActorResolver } from './people.actor-resolver.js';
import { ApplicantsRepository } from './people.applicants.repository.js';
import { Applicants } from './people.applicants.service.js';
import { BrakeRepository } from './people.brake.repository.js';
import { CardProof } from './people.card.proof.js';
import { CardIssuer } from './people.card.issuer.js';
import { CardService } from './people.card.service.js';
import { PeopleController } from './people.controller.js';
import { DistrictEntity, PersonEntity } from './people.entity.js';
import { PeopleHousekeeping } from './people.housekeeping.js';
import { InvitationService } from './people.invitation.service.js';
import { SecretHasher } from './people.password.hasher.js';
import { PasswordKeeper } from './people.password.keeper.js';
import { PasswordService } from './people.password.service.js';
import { PeopleReader } from './people.reader.js';
import { PeopleRepository } from './people.repository.js';
import { ResetIssuer } from './people.reset.issuer.js';
import { ResetRepository } from './people.reset.repository.js';
import { ResetService } from './people.reset.service.js';
import { PeopleService } from './people.service.js';
import { SetupService } from './people.setup.service.js';
import { SignInBrake } from './people.sign-in.brake.js';
import { SignInController } from './people.sign-in.controller.js';
import { SignInCookie } from './people.sign-in.cookie.js';
import { SignInOpener } from './people.sign-in.opener.js';
import { SignInRepository } from './people.sign-in.repository.js';
import { SignInService } from './people.sign-in.service.js';
import { StaffController } from './people.staff.controller.js';
import { StaffService } from './people.staff.service.js';

const entities = [
  AccountEntity,
  DistrictEntity,
  LearnerCardEntity,
  PasswordResetEntity,
  PersonEntity,
  SignInBrakeEntity,
  SignInEntity,
  SignInFailureEntity,
];

/** Global only for ActorResolver, which the door of every module asks. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [SignInController, AccountController, PeopleController, StaffController],
  providers: [
    AccountRepository,
    Applicants,
    ApplicantsRepository,
    BrakeRepository,
    PeopleRepository,
    ResetRepository,
    SignInRepository,
    { provide: ActorResolver, useClass: SignInActorResolver },
    CardIssuer,
    CardProof,
    CardService,
    InvitationService,
    PasswordKeeper,
    PasswordService,
    PeopleHousekeeping,
    PeopleReader,
    PeopleService,
    ResetIssuer,
    ResetService,
    SecretHasher,
    SetupService,
    SignInBrake,
    SignInCookie,
    SignInOpener,
    SignInService,
    StaffService,
  ],
  exports: [
    ActorResolver,
    Applicants,
    CardProof,
    CardService,
    InvitationService,
    PeopleReader,
    PeopleService,
    SetupService,
    SignInOpener,
    StaffService,
  ],
})
export class PeopleModule {}
