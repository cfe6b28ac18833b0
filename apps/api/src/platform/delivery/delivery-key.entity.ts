import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret that signs the addresses of files. The newest one signs; older ones are still accepted. */
@Entity('delivery_keys')
export class DeliveryKeyEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_delivery_keys' })
  number: number;

  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
