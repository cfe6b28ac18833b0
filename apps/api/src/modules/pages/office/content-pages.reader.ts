import type { CaptionsPage, FilmFormPage, MaterialFormPage } from '@kizuna/shared/contracts/pages.office';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { CoursesReader } from '../../courses/index.js';
import { MaterialsOfficeReader } from '../../materials/index.js';
import { VideoOfficeReader } from '../../video/index.js';

/** The office's forms of films and documents. */
@Injectable()
export class ContentPagesReader {
  constructor(
    private readonly videos: VideoOfficeReader,
    private readonly materials: MaterialsOfficeReader,
    private readonly courses: CoursesReader,
  ) {}

  /** A film, with all of them for the choice of a digest's long one. @throws DomainError platform.not_found */
  async getFilmFormPage(videoId: string): Promise<FilmFormPage> {
    const [film, films] = await Promise.all([this.videos.getVideo(videoId), this.videos.listVideos()]);
    return { film, films: films.items };
  }

  /** A track with its film; an empty one with the Japanese to translate. @throws DomainError platform.not_found */
  async getCaptionsPage(videoId: string, language: CaptionLanguage): Promise<CaptionsPage> {
    const [film, track, japanese] = await Promise.all([
      this.videos.getVideo(videoId),
      this.videos.getCaptions(videoId, language),
      this.videos.getCaptions(videoId, 'ja'),
    ]);
    const isOffered = language !== 'ja' && track.cues.length === 0;
    return { film, track, japanese: isOffered ? japanese.cues : [] };
  }

  /** A document, with the courses of a choice. @throws DomainError platform.not_found */
  async getMaterialFormPage(materialId: string): Promise<MaterialFormPage> {
    const [material, courses] = await Promise.all([
      this.materials.getMaterial(materialId),
      this.courses.listCourseChoices(),
    ]);
    return { material, courses };
  }
}
