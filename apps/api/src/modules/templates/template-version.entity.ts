import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A design as used; the database rejects changes to it. */
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
