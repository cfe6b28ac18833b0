import type { UploadPurpose, UploadState } from '@kizuna/shared/vocabulary/uploads';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file being uploaded. Its bytes are in DATA_DIR/uploads under its id; the file's size is the number received. */
@Entity('uploads')
@Index('ix_uploads_person_id', ['personId'])
@Index('ix_uploads_expires_at', ['expiresAt'])
@Check('ck_uploads_purpose', `purpose IN ('film', 'material')`)
@Check('ck_uploads_size_bytes', 'size_bytes > 0')
@Check('ck_uploads_state', `state IN ('receiving', 'complete', 'taken')`)
export class UploadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_uploads' })
  id: string;

  /** The owner: nobody else can see or take it. */
  @Column('uuid', { name: 'person_id' })
  @ForeignKey('people', { name: 'fk_uploads_person_id' })
  personId: string;

  @Column('text')
  purpose: UploadPurpose;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('bigint', { name: 'size_bytes' })
  sizeBytes: string;

  @Column('text')
  state: UploadState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
