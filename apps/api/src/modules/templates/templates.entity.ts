import type { SheetDesign } from '@kizuna/shared/contracts/sheet-design';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** How certificates look (様式): the draft that is edited. What is in use is the newest of its versions. */
@Entity('certificate_templates')
@Index('uq_certificate_templates_default', ['isDefault'], { unique: true, where: 'is_default' })
export class TemplateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificate_templates' })
  id: string;

  @Column('text')
  name: string;

  @Column('boolean', { name: 'is_default', default: false })
  isDefault: boolean;

  @Column('jsonb')
  draft: SheetDesign;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/** A design as it was used; the database refuses to change it. */
@Entity('certificate_template_versions')
@Unique('uq_certificate_template_versions_version', ['templateId', 'version'])
@Check('ck_certificate_template_versions_version', 'version >= 1')
export class TemplateVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificate_template_versions' })
  id: string;

  @ForeignKey('certificate_templates', { name: 'fk_certificate_template_versions_template_id' })
  @Column('uuid', { name: 'template_id' })
  templateId: string;

  @Column('integer')
  version: number;

  @Column('jsonb')
  design: SheetDesign;

  @Column('timestamptz', { name: 'adopted_at' })
  adoptedAt: Date;
}

/** A picture of a seal or logo, made safe and small; kept as long as a version may name it. */
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
