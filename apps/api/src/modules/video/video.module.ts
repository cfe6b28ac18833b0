import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TranscodingModule } from '../transcoding/index.js';
import { VideoBlobs } from './video.blobs.service.js';
import { CaptionTrackEntity, RetiredBlobsEntity } from './video.captions.entity.js';
import { VideoCatalogue } from './video.catalogue.service.js';
import { VideoController } from './video.controller.js';
import { PlaybackEntity, VideoEntity, WatchedRangesEntity } from './video.entity.js';
import { VideoFilms } from './video.films.service.js';
import { VideoHousekeeping } from './video.housekeeping.js';
import { VideoOfficeController } from './video.office.controller.js';
import { VideoOfficeReader } from './video.office.reader.js';
import { VideoOffice } from './video.office.service.js';
import { VideoReader } from './video.reader.js';
import { VideoRepository } from './video.repository.js';
import { ShowingCreditEntity } from './video.showing-credits.entity.js';
import { ShowingCreditsReader } from './video.showing-credits.reader.js';
import { ShowingCreditsRepository } from './video.showing-credits.repository.js';
import { ShowableFilms } from './video.showable.reader.js';
import { ShowingCredits } from './video.showing-credits.service.js';
import { VideoSources } from './video.sources.service.js';
import { VideoTexts } from './video.texts.service.js';
import { WatchReader } from './video.watch.reader.js';
import { WatchRepository } from './video.watch.repository.js';
import { Watching } from './video.watch.service.js';

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
    ShowableFilms,
    ShowingCredits,
    ShowingCreditsReader,
    ShowingCreditsRepository,
    VideoBlobs,
    VideoCatalogue,
    VideoFilms,
    VideoHousekeeping,
    VideoOffice,
    VideoOfficeReader,
    VideoReader,
    VideoRepository,
    VideoSources,
    VideoTexts,
    Watching,
    WatchReader,
    WatchRepository,
  ],
  exports: [
    ShowableFilms,
    ShowingCredits,
    ShowingCreditsReader,
    VideoCatalogue,
    VideoReader,
    Watching,
    WatchReader,
  ],
})
export class VideoModule {}
