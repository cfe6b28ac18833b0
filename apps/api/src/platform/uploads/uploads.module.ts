import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TusServer } from './tus-server.js';
import { UploadLocks } from './upload-locks.js';
import { UploadStore } from './upload-store.js';
import { UploadEntity } from './upload.entity.js';
import { UploadHousekeeping } from './upload.housekeeping.js';
import { UploadRepository } from './upload.repository.js';
import { UploadsController } from './uploads.controller.js';
import { Uploads } from './uploads.js';

/** Resumable uploads, for every capability. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UploadEntity])],
  controllers: [UploadsController],
  providers: [TusServer, UploadHousekeeping, UploadLocks, UploadRepository, UploadStore, Uploads],
  exports: [Uploads],
})
export class UploadsModule {}
