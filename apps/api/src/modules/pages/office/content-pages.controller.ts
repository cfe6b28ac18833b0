import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { MaterialId, VideoId } from '@kizuna/shared/vocabulary/ids';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Controller } from '@nestjs/common';

import { Handles } from '../../../platform/http/index.js';
import { ContentPagesReader } from './content-pages.reader.js';

@Controller()
export class ContentPagesController {
  constructor(private readonly pages: ContentPagesReader) {}

  @Handles(pagesOfficeEndpoints.getFilmFormPage)
  getFilmFormPage({ videoId }: { videoId: VideoId }) {
    return this.pages.getFilmFormPage(videoId);
  }

  @Handles(pagesOfficeEndpoints.getCaptionsPage)
  getCaptionsPage({ videoId, language }: { videoId: VideoId; language: CaptionLanguage }) {
    return this.pages.getCaptionsPage(videoId, language);
  }

  @Handles(pagesOfficeEndpoints.getMaterialFormPage)
  getMaterialFormPage({ materialId }: { materialId: MaterialId }) {
    return this.pages.getMaterialFormPage(materialId);
  }
}
