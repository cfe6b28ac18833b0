import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TranscodingModule } from '../transcoding/index.js';
import { CaptionTrackEntity } from './office/caption-track.entity.js';
import { RetiredBlobsEntity } from './office/retired-blobs.entity.js';
import { VideoOfficeController } from './office/video-office.controller.js';
import { VideoOfficeReader } from './office/video-office.reader.js';
import { VideoOfficeService } from './office/video-office.service.js';
import { VideoTextsService } from './office/video-texts.service.js';
import { ShowingCreditEntity } from './showing-credits/showing-credit.entity.js';
import { ShowingCreditReader } from './showing-credits/showing-credit.reader.js';
import { ShowingCreditRepository } from './showing-credits/showing-credit.repository.js';
import { ShowingCreditService } from './showing-credits/showing-credit.service.js';
import { VideoBlobsService } from './video.blobs.service.js';
import { VideoCatalogueService } from './video.catalogue.service.js';
import { VideoController } from './video.controller.js';
import { VideoEntity } from './video.entity.js';
import { VideoFilmsService } from './video.films.service.js';
import { VideoHousekeeping } from './video.housekeeping.js';
import { VideoReader } from './video.reader.js';
import { VideoRepository } from './video.repository.js';
import { VideoShowableReader } from './video.showable.reader.js';
import { VideoSourcesService } from './video.sources.service.js';
import { PlaybackEntity } from './watching/playback.entity.js';
import { WatchReader } from './watching/watch.reader.js';
import { WatchRepository } from './watching/watch.repository.js';
import { WatchService } from './watching/watch.service.js';
import { WatchedRangesEntity } from './watching/watched-ranges.entity.js';

const entities = [
  CaptionTrackEntity,
  PlaybackEntity,
  RetiredBlobsEntity,
  ShowingCreditEntity,
  VideoEntity,
  WatchedRangesEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), TranscodingModule],
  controllers: [VideoController, VideoOfficeController],
  providers: [
    VideoShowableReader,
    ShowingCreditService,
    ShowingCreditReader,
    ShowingCreditRepository,
    VideoBlobsService,
    VideoCatalogueService,
    VideoFilmsService,
    VideoHousekeeping,
    VideoOfficeService,
    VideoOfficeReader,
    VideoReader,
    VideoRepository,
    VideoSourcesService,
    VideoTextsService,
    WatchService,
    WatchReader,
    WatchRepository,
  ],
  exports: [
    VideoShowableReader,
    ShowingCreditService,
    ShowingCreditReader,
    VideoCatalogueService,
    VideoOfficeReader,
    VideoReader,
    WatchService,
    WatchReader,
  ],
})
export class VideoModule {}
