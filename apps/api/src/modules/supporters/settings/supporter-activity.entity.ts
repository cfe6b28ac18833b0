import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An activity of supporters (活動の内容). A retired one stays with those who chose it. */
@Entity('supporter_activities')
export class SupporterActivityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supporter_activities' })
  id: string;

  @Column('text')
  name: string;

  @Column('integer')
  position: number;

  @Column('boolean')
  retired: boolean;
}
