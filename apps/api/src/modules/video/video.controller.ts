import type { VideoQuery } from '@kizuna/shared/contracts/video';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { Controller } from '@nestjs/common';

import { Handles } from '../../platform/http/index.js';
import { VideoReader } from './video.reader.js';

/** The films that everybody may see; their QR codes lead here without sign-in. */
@Controller()
export class VideoController {
  constructor(private readonly videos: VideoReader) {}

  @Handles(videoEndpoints.listPublicVideos)
  listPublicVideos() {
    return this.videos.listVideos();
  }

  @Handles(videoEndpoints.getPublicVideo)
  getPublicVideo({ slug }: { slug: string }, query: VideoQuery) {
    return this.videos.getVideoBySlug(slug, query.language);
  }
}
