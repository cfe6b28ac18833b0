import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { VideoCatalogue } from './video.catalogue.service.js';
import { VideoController } from './video.controller.js';
import { PlaybackEntity, VideoEntity, WatchedRangesEntity } from './video.entity.js';
import { MediaController } from './video.media.controller.js';
import { MediaReader } from './video.media.reader.js';
import { VideoReader } from './video.reader.js';
import { VideoRepository } from './video.repository.js';
import { WatchReader } from './video.watch.reader.js';
import { WatchRepository } from './video.watch.repository.js';
import { Watching } from './video.watch.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PlaybackEntity, VideoEntity, WatchedRangesEntity])],
  controllers: [VideoController, MediaController],
  providers: [
    MediaReader,
    VideoCatalogue,
    VideoReader,
    VideoRepository,
    Watching,
    WatchReader,
    WatchRepository,
  ],
  exports: [VideoCatalogue, Watching, WatchReader],
})
export class VideoModule {}
