import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** 地区・行政区: an area (古河・総和・三和) and a district in it. */
@Entity('districts')
@Unique('uq_districts_area_name', ['area', 'name'])
export class DistrictEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_districts' })
  id: string;

  @Column('text')
  area: string;

  @Column('text')
  name: string;

  /** The order in which districts are listed. */
  @Column('integer')
  position: number;
}
