import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TranscodeEnding } from './transcoding.ending.service.js';
import { TranscodeEntity } from './transcoding.entity.js';
import { TranscodeReader } from './transcoding.reader.js';
import { TranscodeRepository } from './transcoding.repository.js';
import { Transcoding } from './transcoding.service.js';
import { WorkFolders } from './transcoding.work-folders.js';
import { TranscodeWorker } from './transcoding.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([TranscodeEntity])],
  providers: [
    TranscodeEnding,
    TranscodeReader,
    TranscodeRepository,
    TranscodeWorker,
    Transcoding,
    WorkFolders,
  ],
  exports: [TranscodeReader, Transcoding],
})
export class TranscodingModule {}
