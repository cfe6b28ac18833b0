import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The template of a course's certificates in one language. */
@Entity('certificate_designs')
@Check('ck_certificate_designs_language', `language IN ('ja', 'easy', 'en')`)
export class CertificateDesignEntity {
  @ForeignKey('courses', { name: 'fk_certificate_designs_course_id' })
  @PrimaryColumn('uuid', { name: 'course_id', primaryKeyConstraintName: 'pk_certificate_designs' })
  courseId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_certificate_designs' })
  language: SheetLanguage;

  @ForeignKey('certificate_templates', { name: 'fk_certificate_designs_template_id' })
  @Column('uuid', { name: 'template_id' })
  templateId: string;
}
