import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Replaced files of films or captions: open pages still play them, so they are deleted later. */
@Entity('retired_blobs')
export class RetiredBlobsEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_retired_blobs' })
  prefix: string;

  @Column('timestamptz', { name: 'retired_at' })
  retiredAt: Date;
}
