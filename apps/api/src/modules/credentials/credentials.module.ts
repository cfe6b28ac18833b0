import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { SigningKeyEntity } from './credentials.signing-key.entity.js';
import { SigningKeyRepository } from './credentials.signing-key.repository.js';
import { FileSigning } from './credentials.signing.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SigningKeyEntity])],
  providers: [FileSigning, SigningKeyRepository],
  exports: [FileSigning],
})
export class CredentialsModule {}
