import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';
import { largestDocumentBytes } from '@kizuna/shared/vocabulary/materials';
import { FileUpload } from '#lib/ui/upload/file-upload.svelte.ts';
import { dropUpload, fileMark, keptUploadOf } from '#lib/ui/upload/kept-uploads.ts';

/** Why a chosen file cannot be a PDF, checked before anything is sent; null if it may be one. */
export function pdfFileProblem(
  file: Pick<File, 'name' | 'size' | 'type'>,
): 'kind' | 'large' | 'empty' | null {
  if (file.size === 0) return 'empty';
  if (file.type !== 'application/pdf' && !/\.pdf$/i.test(file.name)) return 'kind';
  return file.size > largestDocumentBytes ? 'large' : null;
}

/** Sends the PDF of a material. The same file from an earlier visit continues where it stopped. */
export async function startMaterialUpload(
  materialId: string,
  file: File,
  onFinished: () => void,
): Promise<FileUpload> {
  const place = `material-upload:${materialId}`;
  const kept = await keptUploadOf(place);
  const same = kept?.mark === fileMark(file);
  if (kept && !same) await dropUpload(place);
  const handOverPath = filledPath(browserPaths.addMaterialDocument, { materialId });
  const address = same && kept ? kept.address : null;
  return new FileUpload({ purpose: 'material', place, handOverPath }, file, address, onFinished);
}
