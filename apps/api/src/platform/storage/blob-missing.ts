export class BlobMissing extends Error {
  constructor(readonly key: string) {
    super(`no blob ${key}`);
    this.name = 'BlobMissing';
  }
}
