import type {
  CaptionTrackBody,
  ChaptersBody,
  PublicationBody,
  VideoBody,
  VideoSourceBody,
} from '@kizuna/shared/contracts/video';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { VideoSourcesService } from '../video.sources.service.js';
import { VideoOfficeReader } from './video-office.reader.js';
import { VideoOfficeService } from './video-office.service.js';
import { VideoTextsService } from './video-texts.service.js';

/** Films, made and published by the office. */
@Controller()
export class VideoOfficeController {
  constructor(
    private readonly reader: VideoOfficeReader,
    private readonly office: VideoOfficeService,
    private readonly sources: VideoSourcesService,
    private readonly texts: VideoTextsService,
  ) {}

  @Handles(videoEndpoints.listVideos)
  listVideos() {
    return this.reader.listVideos();
  }

  @Handles(videoEndpoints.createVideo)
  createVideo(body: VideoBody, @CurrentActor() actor: Actor, @IdempotencyKey() key: string | undefined) {
    return this.office.createVideo(actor, body, key);
  }

  @Handles(videoEndpoints.getVideo)
  getVideo({ videoId }: { videoId: VideoId }) {
    return this.reader.getVideo(videoId);
  }

  @Handles(videoEndpoints.changeVideo)
  changeVideo({ videoId }: { videoId: VideoId }, body: VideoBody, @CurrentActor() actor: Actor) {
    return this.office.changeVideo(actor, videoId, body);
  }

  @Handles(videoEndpoints.addVideoSource)
  addVideoSource(
    { videoId }: { videoId: VideoId },
    body: VideoSourceBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.sources.giveSource(actor, videoId, body.uploadId, key);
  }

  @Handles(videoEndpoints.setVideoPublication)
  setVideoPublication(
    { videoId }: { videoId: VideoId },
    body: PublicationBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.office.setPublication(actor, videoId, body);
  }

  @Handles(videoEndpoints.saveChapters)
  saveChapters({ videoId }: { videoId: VideoId }, body: ChaptersBody, @CurrentActor() actor: Actor) {
    return this.texts.saveChapters(actor, videoId, body);
  }

  @Handles(videoEndpoints.getCaptions)
  getCaptions({ videoId, language }: { videoId: VideoId; language: CaptionLanguage }) {
    return this.reader.getCaptions(videoId, language);
  }

  @Handles(videoEndpoints.saveCaptions)
  saveCaptions(
    { videoId, language }: { videoId: VideoId; language: CaptionLanguage },
    body: CaptionTrackBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.texts.saveCaptions(actor, videoId, language, body);
  }

  @Handles(videoEndpoints.deleteCaptions)
  deleteCaptions(
    { videoId, language }: { videoId: VideoId; language: CaptionLanguage },
    @CurrentActor() actor: Actor,
  ) {
    return this.texts.deleteCaptions(actor, videoId, language);
  }
}
