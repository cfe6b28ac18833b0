import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Files of a film or of captions that were replaced: pages that are open still play them, so they go later. */
@Entity('retired_blobs')
export class RetiredBlobsEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_retired_blobs' })
  prefix: string;

  @Column('timestamptz', { name: 'retired_at' })
  retiredAt: Date;
}
