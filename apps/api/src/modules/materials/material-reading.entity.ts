import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's reading position in a document: the last page opened. */
@Entity('material_readings')
@Index('ix_material_readings_material_id', ['materialId'])
@Check('ck_material_readings_page', 'page BETWEEN 1 AND 300')
export class MaterialReadingEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_material_readings' })
  @ForeignKey('people', { name: 'fk_material_readings_person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'material_id', primaryKeyConstraintName: 'pk_material_readings' })
  @ForeignKey('materials', { name: 'fk_material_readings_material_id' })
  materialId: string;

  @Column('integer')
  page: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
