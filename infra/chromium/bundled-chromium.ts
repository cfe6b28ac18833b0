import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { inProject } from '../local/project.ts';

/** What the bundled Chromium needs in addition. */
export interface BundledChromium {
  executablePath: string;
  env: { LD_LIBRARY_PATH: string; FONTCONFIG_FILE: string };
  args: string[];
}

const LIBRARIES = ['al2023'];

/**
 * Unpacks the Chromium of @sparticuz/chromium below .tools/ (once) with its libraries and a Japanese font; undefined if
 * it does not run here (anything but Linux x64).
 */
export function unpackBundledChromium(): BundledChromium | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = path.join(packageDirectory(import.meta.resolve('@sparticuz/chromium')), 'bin');
  if (!existsSync(path.join(packed, 'chromium.br'))) return undefined;
  const directory = inProject('.tools', 'chromium');
  if (!existsSync(path.join(directory, 'chromium'))) unpack(packed, directory);
  return {
    executablePath: path.join(directory, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(directory, 'lib'), FONTCONFIG_FILE: writeFontConfiguration(directory) },
    // it is built without a GPU and without the helper that its sandbox needs; a GPU that is computed instead costs 40 % of
    // all that a journey computes, and no page of ours draws with one
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--in-process-gpu'],
  };
}

function unpack(packed: string, directory: string): void {
  const draft = `${directory}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const name of LIBRARIES) {
    const archive = path.join(draft, `${name}.tar`);
    writeFileSync(archive, brotliDecompressSync(readFileSync(path.join(packed, `${name}.tar.br`))));
    const run = spawnSync('tar', ['xf', archive, '-C', draft], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`cannot unpack ${archive}: ${run.stderr}`);
    rmSync(archive);
  }
  const program = brotliDecompressSync(readFileSync(path.join(packed, 'chromium.br')));
  writeFileSync(path.join(draft, 'chromium'), program, { mode: 0o755 });
  rmSync(directory, { recursive: true, force: true });
  renameSync(draft, directory);
}

/** Without any font Chromium crashes on its first page, so it is given one packaged Japanese font. */
function writeFontConfiguration(directory: string): string {
  const file = path.join(directory, 'fonts.conf');
  const fonts = packageDirectory(import.meta.resolve('@expo-google-fonts/biz-udpgothic'));
  const families = ['sans-serif', 'serif', 'monospace'].map(
    (family) => `<alias><family>${family}</family><prefer><family>BIZ UDPGothic</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<dir>/usr/share/fonts</dir>
<cachedir>${path.join(directory, 'font-cache')}</cachedir>
${families.join('\n')}
</fontconfig>
`,
  );
  return file;
}

function packageDirectory(entry: string): string {
  let directory = path.dirname(fileURLToPath(entry));
  while (!existsSync(path.join(directory, 'package.json'))) directory = path.dirname(directory);
  return directory;
}
