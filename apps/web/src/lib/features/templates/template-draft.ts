import type { TemplateView } from '@kizuna/shared/contracts/templates';

/** The form of a template as filled in: texts, and the checkboxes under `show`. */
export type TemplateDraft = Record<string, string | string[]>;

/** The form values of a stored draft. */
export function draftOf({ name, draft }: Pick<TemplateView, 'name' | 'draft'>): TemplateDraft {
  const { layout, language, typeface, numerals, border, title, body, honorific, seal, logo, qr } = draft;
  const shows = {
    number: draft.showNumber,
    kana: draft.showKana,
    birthDate: draft.showBirthDate,
    completedOn: draft.showCompletedOn,
  };
  return {
    name,
    layout,
    language,
    typeface,
    numerals,
    border,
    title,
    body,
    honorific,
    qr,
    show: Object.entries(shows).flatMap(([key, on]) => (on ? [key] : [])),
    sealKind: seal.kind,
    sealText: seal.kind === 'drawn' ? seal.text : '',
    sealImageId: seal.kind === 'image' ? seal.imageId : '',
    logoImageId: logo ?? '',
  };
}

/** The address of the sample for the form values; without files. */
export function previewAddress(draft: TemplateDraft, sample: string): string {
  const texts = Object.entries(draft).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return addressOf([...texts.filter(([name]) => name !== 'sample'), ['sample', sample]]);
}

/** The same for the current content of a form in the browser. */
export function previewAddressOf(form: HTMLFormElement): string {
  return addressOf([...new FormData(form)].filter((field) => typeof field[1] === 'string') as string[][]);
}

function addressOf(fields: string[][]): string {
  return `/office/certificate-templates/preview?${new URLSearchParams(fields).toString()}`;
}
