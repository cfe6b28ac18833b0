import type { OfficeMaterialSummary } from '@kizuna/shared/contracts/materials';

/** The particulars as form values: all of them strings. */
export interface MaterialDraft {
  kind: string;
  title: string;
  summary: string;
  year: string;
  credit: string;
  minutes: string;
  position: string;
  audience: string;
  courseId: string;
}

export const emptyMaterial: MaterialDraft = {
  kind: 'leaflet',
  title: '',
  summary: '',
  year: '',
  credit: '',
  minutes: '',
  position: '',
  audience: 'public',
  courseId: '',
};

/** The draft of an existing material. */
export function materialDraftOf(material: OfficeMaterialSummary): MaterialDraft {
  const figure = (value: number | null) => (value ? String(value) : '');
  return {
    kind: material.kind,
    title: material.title,
    summary: material.summary,
    year: figure(material.year),
    credit: material.credit,
    minutes: figure(material.minutes),
    position: figure(material.position),
    audience: material.audience,
    courseId: material.courseId ?? '',
  };
}
