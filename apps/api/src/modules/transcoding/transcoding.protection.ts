import { open, type FileHandle } from 'node:fs/promises';

const mostBoxes = 200;
const largestIndex = 64 * 1024 * 1024;
/** A protection scheme box with its first child; ffprobe does not report it if the key's boxes are missing. */
const scheme = /sinf[^]{4}(frma|schm|schi)/;

/** Whether an MP4 or QuickTime file declares its samples as encrypted. False for other formats. */
export async function isProtectedMp4(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const index = await readIndex(handle);
    return index !== null && scheme.test(index.toString('latin1'));
  } finally {
    await handle.close();
  }
}

/** Reads the `moov` box, going from box to box without descending. */
async function readIndex(handle: FileHandle): Promise<Buffer | null> {
  const { size: end } = await handle.stat();
  const head = Buffer.alloc(16);
  for (let at = 0, boxes = 0; at + 8 <= end && boxes < mostBoxes; boxes += 1) {
    const { bytesRead } = await handle.read(head, 0, 16, at);
    if (bytesRead < 8) return null;
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    if (size < 8) return null;
    if (head.toString('latin1', 4, 8) === 'moov') {
      const index = Buffer.alloc(Math.min(size, end - at, largestIndex));
      await handle.read(index, 0, index.length, at);
      return index;
    }
    at += size;
  }
  return null;
}
