import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The word of a course in its certificates' numbers (入門). What else they say is the template's. */
@Entity('certificate_wordings')
export class CertificateWordingEntity {
  @ForeignKey('courses', { name: 'fk_certificate_wordings_course_id' })
  @PrimaryColumn('uuid', { name: 'course_id', primaryKeyConstraintName: 'pk_certificate_wordings' })
  courseId: string;

  @Column('text', { name: 'number_label' })
  numberLabel: string;
}
