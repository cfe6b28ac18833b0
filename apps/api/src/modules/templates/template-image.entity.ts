import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A picture of a seal or logo, re-encoded and shrunk; stored as long as a version may refer to it. */
@Entity('certificate_template_images')
@Unique('uq_certificate_template_images_sha256', ['sha256'])
export class TemplateImageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificate_template_images' })
  id: string;

  @Column('text')
  sha256: string;

  /** PNG. */
  @Column('bytea')
  bytes: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
