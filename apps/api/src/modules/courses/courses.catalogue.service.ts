import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import type { MaterialSection } from '@kizuna/shared/contracts/materials';
import type { CourseStage, LessonKind } from '@kizuna/shared/vocabulary/courses';
import { Injectable } from '@nestjs/common';

import { Ids } from '../../platform/ids/ids.js';
import { MaterialsImportService, type GlossaryEntry } from '../materials/index.js';
import type { FaqEntry } from './course.entity.js';
import { CoursesCatalogueRepository } from './courses.catalogue.repository.js';

/** A lesson as written by its author; exactly the content matching its kind is given. */
export interface LessonImport {
  /** Position in the course; identifies the lesson when it is imported again. */
  position: number;
  kind: LessonKind;
  title: string;
  summary: string;
  minutes: number;
  required: boolean;
  videoId?: string;
  quizId?: string;
  materialSlug?: string;
}

/** A course as written by its author. */
export interface CourseImport {
  slug: string;
  position: number;
  stage: CourseStage;
  title: string;
  shortTitle: string;
  tagline: string;
  summary: string;
  audience: string;
  outcomes: string[];
  faq: FaqEntry[];
  completionRule: CompletionRule;
  materials: {
    slug: string;
    title: string;
    minutes: number;
    sections: MaterialSection[];
    glossary: GlossaryEntry[];
  }[];
  lessons: LessonImport[];
}

/** Imports courses with their lessons and materials into the catalogue. */
@Injectable()
export class CoursesCatalogueService {
  constructor(
    private readonly repository: CoursesCatalogueRepository,
    private readonly texts: MaterialsImportService,
    private readonly ids: Ids,
  ) {}

  /**
   * Imports a course under its slug; a repeated import updates the texts and keeps all ids.
   * @returns the course's id
   * @throws Error for a lesson that refers to a material missing from the course
   */
  async importCourse(course: CourseImport): Promise<string> {
    const { materials, lessons, ...texts } = course;
    const courseId = await this.repository.saveCourse({ id: this.ids.next(), ...texts });
    const materialIds = new Map<string, string>();
    for (const [position, material] of materials.entries()) {
      const id = await this.texts.importText({ courseId, position, ...material });
      materialIds.set(material.slug, id);
    }
    for (const { materialSlug, videoId = null, quizId = null, ...lesson } of lessons) {
      const materialId = materialSlug === undefined ? null : materialIds.get(materialSlug);
      if (materialId === undefined) throw new Error(`course ${course.slug} has no material ${materialSlug}`);
      const id = this.ids.next();
      await this.repository.saveLesson({ id, courseId, ...lesson, videoId, materialId, quizId });
    }
    return courseId;
  }
}
