import { deflateSync } from 'node:zlib';

import { largestImageBytes } from '@kizuna/shared/contracts/templates';
import sharp from 'sharp';

import { DomainError } from '../../platform/errors/index.js';

/**
 * These papers never need wider pictures; 160 still prints well as a seal of 22 mm, 120 is for pictures that hardly
 * compress.
 */
const widths = [520, 420, 340, 280, 220, 160, 120];

/** The maximum size of a picture inside a PDF, where it is stored losslessly. */
const mostBytes = 32_000;
const mostPixels = 24_000_000;

/**
 * A picture (PNG or JPEG) as it will be stored: re-encoded as PNG, so that nothing of the file itself is passed on, and
 * small enough that a certificate with two of them stays below 150 kB.
 * @throws templates.image_unreadable, templates.image_too_large
 */
export async function safePicture(file: Buffer): Promise<Buffer> {
  if (file.length > largestImageBytes) throw refusal('templates.image_too_large');
  const open = () => sharp(file, { limitInputPixels: mostPixels, failOn: 'error', animated: false });
  const { format, width, height } = await open().metadata().catch(unreadable);
  if (format !== 'png' && format !== 'jpeg') throw refusal('templates.image_unreadable');
  if (width * height > mostPixels) throw refusal('templates.image_too_large');
  for (const side of widths) {
    const scaled = open()
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const pixels = await scaled
      .clone()
      .png({ palette: true, colours: 64, dither: 0.4 })
      .toBuffer()
      .catch(unreadable);
    const raw = await sharp(pixels).ensureAlpha().raw().toBuffer();
    if (deflateSync(raw).length <= mostBytes || side === widths.at(-1)) return pixels;
  }
  throw refusal('templates.image_too_large');
}

function unreadable(): never {
  throw refusal('templates.image_unreadable');
}

function refusal(code: 'templates.image_unreadable' | 'templates.image_too_large'): DomainError {
  return new DomainError(code, { field: 'file' });
}
