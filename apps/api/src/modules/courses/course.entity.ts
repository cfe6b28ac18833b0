import type { CourseStage } from '@kizuna/shared/vocabulary/courses';
import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export interface FaqEntry {
  question: string;
  answer: string;
}

/** A course (講座): content and completion rule of one stage. */
@Entity('courses')
@Unique('uq_courses_slug', ['slug'])
export class CourseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_courses' })
  id: string;

  @Column('text')
  slug: string;

  @Column('integer')
  position: number;

  @Column('text')
  stage: CourseStage;

  @Column('text')
  title: string;

  @Column('text', { name: 'short_title' })
  shortTitle: string;

  @Column('text')
  tagline: string;

  @Column('text')
  summary: string;

  @Column('text')
  audience: string;

  @Column('jsonb')
  outcomes: string[];

  @Column('jsonb')
  faq: FaqEntry[];

  @Column('jsonb', { name: 'completion_rule' })
  completionRule: CompletionRule;

  /** Whether watching the digest of a film is enough. */
  @Column('boolean', { name: 'digest_counts', default: false })
  digestCounts: boolean;
}
