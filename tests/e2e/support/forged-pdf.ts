/** What a forger could make of a file, by method; `another` is a second file of the council. */
export function forgedCopies(file: Buffer, another: Buffer): Record<string, Buffer> {
  const text = file.toString('latin1');
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text)!;
  const [start, end, rest] = range.slice(1).map(Number) as [number, number, number];
  const theirs = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(another.toString('latin1'))!;
  const [from, to] = theirs.slice(1).map(Number) as [number, number];
  const signature = text.slice(start, end);
  const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
  const withRange = (other: string) => bytes(text.replace(range[0], other.padEnd(range[0].length)));
  const withSignature = (other: string) => bytes(text.slice(0, start) + other + text.slice(end));
  const flipped = Array.from({ length: 10 }, (_, i) => {
    const copy = Buffer.from(file);
    const place = 1000 + Math.floor((i * (file.length - 1001)) / 9);
    copy[place] = copy[place]! ^ 1;
    return [`bit of byte ${place}`, copy] as const;
  });
  return {
    ...Object.fromEntries(flipped),
    'a space appended': Buffer.concat([file, bytes(' ')]),
    'an update appended': Buffer.concat([file, bytes('\n5 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n')]),
    'cut in the middle': file.subarray(0, file.length >> 1),
    'cut by a byte': file.subarray(0, -1),
    'itself twice': Buffer.concat([file, file]),
    'another before it': Buffer.concat([another, file]),
    'ranges exchanged': withRange(`/ByteRange [0 ${end} ${start} ${rest}]`),
    'range of all': withRange(`/ByteRange [0 0 0 ${file.length}]`),
    'range over the end': withRange(`/ByteRange [0 ${start} ${end} ${rest + 1}]`),
    'the signature of another': withSignature(another.toString('latin1', from, to)),
    'the signature in capitals': withSignature(signature.toUpperCase()),
    'no signature': withSignature(`<${'0'.repeat(signature.length - 2)}>`),
    'another title': bytes(text.replace('/Title <FEFF', '/Title <FEFE')),
  };
}
