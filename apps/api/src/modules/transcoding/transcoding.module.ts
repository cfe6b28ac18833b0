import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TranscodeEntity } from './transcoding.entity.js';
import { TranscodeReader } from './transcoding.reader.js';
import { TranscodeRepository } from './transcoding.repository.js';
import { Transcoding } from './transcoding.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TranscodeEntity])],
  providers: [TranscodeReader, TranscodeRepository, Transcoding],
  exports: [TranscodeReader, Transcoding],
})
export class TranscodingModule {}
