import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { VideoCatalogue } from './video.catalogue.service.js';
import { VideoController } from './video.controller.js';
import { PlaybackEntity, VideoEntity, WatchedRangesEntity } from './video.entity.js';
import { MediaController } from './video.media.controller.js';
import { MediaReader } from './video.media.reader.js';
import { VideoReader } from './video.reader.js';
import { VideoRepository } from './video.repository.js';
import { ShowingCreditEntity } from './video.showing-credits.entity.js';
import { ShowingCreditsRepository } from './video.showing-credits.repository.js';
import { ShowingCredits } from './video.showing-credits.service.js';
import { WatchReader } from './video.watch.reader.js';
import { WatchRepository } from './video.watch.repository.js';
import { Watching } from './video.watch.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PlaybackEntity, ShowingCreditEntity, VideoEntity, WatchedRangesEntity])],
  controllers: [VideoController, MediaController],
  providers: [
    ShowingCredits,
    ShowingCreditsRepository,
    MediaReader,
    VideoCatalogue,
    VideoReader,
    VideoRepository,
    Watching,
    WatchReader,
    WatchRepository,
  ],
  exports: [ShowingCredits, VideoCatalogue, Watching, WatchReader],
})
export class VideoModule {}
