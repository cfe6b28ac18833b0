import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
