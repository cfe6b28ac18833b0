export type FilmFault = 'unreadable' | 'misdescribed' | 'missing' | 'not_mp4' | 'not_webvtt';

/** A folder of films that cannot be imported: the fault and the file. */
export class UnusableFilm extends Error {
  constructor(
    readonly fault: FilmFault,
    readonly file: string,
  ) {
    super(`${file}: ${fault}`);
    this.name = 'UnusableFilm';
  }
}
