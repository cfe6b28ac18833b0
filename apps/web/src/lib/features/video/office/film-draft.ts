/** The film form as filled in: texts as typed. */
export interface FilmDraft {
  title: string;
  summary: string;
  credit: string;
  slug: string;
  version: string;
  digestOf: string;
  audience: string;
}
