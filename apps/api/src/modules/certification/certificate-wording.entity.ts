import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The course's label in its certificate numbers (入門). The template holds the rest of the text. */
@Entity('certificate_wordings')
export class CertificateWordingEntity {
  @ForeignKey('courses', { name: 'fk_certificate_wordings_course_id' })
  @PrimaryColumn('uuid', { name: 'course_id', primaryKeyConstraintName: 'pk_certificate_wordings' })
  courseId: string;

  @Column('text', { name: 'number_label' })
  numberLabel: string;
}
