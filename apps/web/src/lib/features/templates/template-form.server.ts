import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type { TemplateImageView } from '@kizuna/shared/contracts/templates';
import type { FieldError } from '#lib/ui/field-error.ts';
import { messageOf } from '#lib/server/form-helper.ts';

/** A form as it was sent, or the same as the query of an address. */
type Fields = Pick<URLSearchParams, 'get' | 'getAll'> | FormData;

/** The design that a form describes. What is not a choice of the form is refused by the API, at its field. */
export function designOf(fields: Fields): SheetDesign {
  const text = (name: string) => textIn(fields, name);
  const shown = fields.getAll('show').map(String);
  const sealKind = text('sealKind');
  const design = {
    version: 1,
    layout: text('layout'),
    language: text('language'),
    typeface: text('typeface'),
    numerals: text('numerals'),
    border: text('border'),
    title: text('title'),
    body: text('body').replaceAll('\r\n', '\n'),
    honorific: text('honorific'),
    showNumber: shown.includes('number'),
    showKana: shown.includes('kana'),
    showBirthDate: shown.includes('birthDate'),
    showCompletedOn: shown.includes('completedOn'),
    seal: {
      kind: sealKind,
      ...(sealKind === 'drawn' ? { text: text('sealText') } : {}),
      ...(sealKind === 'image' ? { imageId: text('sealImageId') } : {}),
    },
    logo: fields.get('logoRemove') ? null : text('logoImageId') || null,
    qr: text('qr'),
  };
  return design as SheetDesign;
}

/** The Base64 of a picture that was chosen; null where none was. */
export async function pictureIn(form: FormData, name: string): Promise<string | null> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return null;
  return Buffer.from(await file.arrayBuffer()).toString('base64');
}

/** Sends the chosen pictures first; the form then names them by their ids. */
export async function keepPictures(
  form: FormData,
  keep: (file: string) => Promise<TemplateImageView>,
): Promise<void> {
  for (const name of ['seal', 'logo'] as const) {
    const file = await pictureIn(form, `${name}File`);
    if (file !== null) form.set(`${name}ImageId`, (await keep(file)).imageId);
  }
}

/** The names of the API's fields as the controls of the form are called. */
export function atControls(errors: readonly FieldError[]): FieldError[] {
  const names: Record<string, string> = {
    'seal.text': 'sealText',
    'seal.imageId': 'sealFile',
    'seal.kind': 'sealKind',
    logo: 'logoFile',
    file: 'sealFile',
  };
  return errors.map(({ field, message }) => {
    const name = field.replace(/^design\./, '');
    return name === 'seal.imageId'
      ? { field: 'sealFile', message: messageOf('templates.image_unknown') }
      : { field: names[name] ?? name, message };
  });
}

function textIn(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
