import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The appearance of certificates (様式): the editable draft. The newest of its versions is the one in use. */
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
