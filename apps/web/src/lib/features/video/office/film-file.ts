/** The maximum film size that the server accepts, in bytes (4 GiB). */
export const largestFilmBytes = 4 * 1024 ** 3;

const filmEndings = /\.(mp4|m4v|mov|qt|mkv|webm|avi|wmv|asf|mpe?g|m2t|m2ts|mts|ts|vob|3gp|3g2|flv|ogv|mxf)$/i;

/** Why a chosen file cannot be a film, checked before anything is sent; null if it may be one. */
export function filmFileProblem(
  file: Pick<File, 'name' | 'size' | 'type'>,
): 'kind' | 'empty' | 'large' | null {
  if (file.size === 0) return 'empty';
  if (!file.type.startsWith('video/') && !filmEndings.test(file.name)) return 'kind';
  return file.size > largestFilmBytes ? 'large' : null;
}
