import {
  CaptionTrackBody,
  CaptionTrackView,
  ChaptersBody,
  OfficeVideoList,
  OfficeVideoView,
  PublicationBody,
  VideoBody,
  VideoSourceBody,
} from '@kizuna/shared/contracts/video';
import { videoId, type VideoId } from '@kizuna/shared/vocabulary/ids';
import { captionLanguages, type CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { VideoSourcesService } from '../video.sources.service.js';
import { VideoOfficeReader } from './video-office.reader.js';
import { VideoOfficeService } from './video-office.service.js';
import { VideoTextsService } from './video-texts.service.js';

const language = z.enum(captionLanguages);

/** Films, made and published by the office. */
@Controller('office/videos')
export class VideoOfficeController {
  constructor(
    private readonly reader: VideoOfficeReader,
    private readonly office: VideoOfficeService,
    private readonly sources: VideoSourcesService,
    private readonly texts: VideoTextsService,
  ) {}

  @Get()
  @Permit('video.read')
  @Contract({ response: OfficeVideoList })
  listVideos() {
    return this.reader.listVideos();
  }

  @Post()
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView, status: 201 })
  createVideo(
    @CurrentActor() actor: Actor,
    @Body({ schema: VideoBody }) body: VideoBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.office.createVideo(actor, body, key);
  }

  @Get(':videoId')
  @Permit('video.read')
  @Contract({ response: OfficeVideoView })
  getVideo(@Param('videoId', { schema: videoId }) id: VideoId) {
    return this.reader.getVideo(id);
  }

  @Patch(':videoId')
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView })
  changeVideo(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Body({ schema: VideoBody }) body: VideoBody,
  ) {
    return this.office.changeVideo(actor, id, body);
  }

  @Post(':videoId/sources')
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView })
  giveSource(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Body({ schema: VideoSourceBody }) body: VideoSourceBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.sources.giveSource(actor, id, body.uploadId, key);
  }

  @Put(':videoId/publication')
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView })
  setPublication(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Body({ schema: PublicationBody }) body: PublicationBody,
  ) {
    return this.office.setPublication(actor, id, body);
  }

  @Put(':videoId/chapters')
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView })
  saveChapters(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Body({ schema: ChaptersBody }) body: ChaptersBody,
  ) {
    return this.texts.saveChapters(actor, id, body);
  }

  @Get(':videoId/captions/:language')
  @Permit('video.read')
  @Contract({ response: CaptionTrackView })
  getCaptions(
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Param('language', { schema: language }) tongue: CaptionLanguage,
  ) {
    return this.reader.getCaptions(id, tongue);
  }

  @Put(':videoId/captions/:language')
  @Permit('video.edit')
  @Contract({ response: CaptionTrackView })
  saveCaptions(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Param('language', { schema: language }) tongue: CaptionLanguage,
    @Body({ schema: CaptionTrackBody }) body: CaptionTrackBody,
  ) {
    return this.texts.saveCaptions(actor, id, tongue, body);
  }

  @Delete(':videoId/captions/:language')
  @Permit('video.edit')
  @Contract({ response: OfficeVideoView })
  deleteCaptions(
    @CurrentActor() actor: Actor,
    @Param('videoId', { schema: videoId }) id: VideoId,
    @Param('language', { schema: language }) tongue: CaptionLanguage,
  ) {
    return this.texts.deleteCaptions(actor, id, tongue);
  }
}
