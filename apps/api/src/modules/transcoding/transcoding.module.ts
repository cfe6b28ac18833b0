import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TranscodeEntity } from './transcode.entity.js';
import { TranscodingEndingService } from './transcoding.ending.service.js';
import { TranscodingReader } from './transcoding.reader.js';
import { TranscodingRepository } from './transcoding.repository.js';
import { TranscodingService } from './transcoding.service.js';
import { TranscodingWorkFolders } from './transcoding.work-folders.js';
import { TranscodingWorker } from './transcoding.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([TranscodeEntity])],
  providers: [
    TranscodingEndingService,
    TranscodingReader,
    TranscodingRepository,
    TranscodingWorker,
    TranscodingService,
    TranscodingWorkFolders,
  ],
  exports: [TranscodingReader, TranscodingService],
})
export class TranscodingModule {}
