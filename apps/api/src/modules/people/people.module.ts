import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import {
  AccountEntity,
  LearnerCardEntity,
  PasswordResetEntity,
  SignInBrakeEntity,
  SignInEntity,
  SignInFailureEntity,
} from './people.account.entity.js';
import { DistrictEntity, PersonEntity } from './people.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AccountEntity,
      DistrictEntity,
      LearnerCardEntity,
      PasswordResetEntity,
      PersonEntity,
      SignInBrakeEntity,
      SignInEntity,
      SignInFailureEntity,
    ]),
  ],
})
export class PeopleModule {}
