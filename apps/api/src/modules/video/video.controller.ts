import { VideoList, VideoQuery, VideoView } from '@kizuna/shared/contracts/video';
import { Controller, Get, Param, Query } from '@nestjs/common';

import { Public } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { VideoReader } from './video.reader.js';

/** The films that everybody may see; their QR codes lead here without sign-in. */
@Controller('videos')
export class VideoController {
  constructor(private readonly videos: VideoReader) {}

  @Get()
  @Public()
  @Contract({ response: VideoList })
  listVideos() {
    return this.videos.listVideos();
  }

  @Get(':slug')
  @Public()
  @Contract({ response: VideoView })
  getVideo(@Param('slug') slug: string, @Query({ schema: VideoQuery }) query: VideoQuery) {
    return this.videos.getVideoBySlug(slug, query.language);
  }
}
