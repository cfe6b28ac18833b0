import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);
const fileOf = (name: string, file: string) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** A font file and the family name by which the typesetter finds it. */
export interface SheetFont {
  family: string;
  path: string;
}

/** Key under which a spec can hand the typesetting other fonts; the running application provides none. */
export const sheetFontsKey = 'certification.sheet_fonts';

/** The fonts bundled with the application: BIZ UD明朝, and Noto Serif JP for what it lacks. */
export const shippedFonts: readonly SheetFont[] = [
  {
    family: 'BIZ UDPMincho',
    path: fileOf('@expo-google-fonts/biz-udpmincho', '400Regular/BIZUDPMincho_400Regular.ttf'),
  },
  {
    family: 'Noto Serif JP',
    path: fileOf('@expo-google-fonts/noto-serif-jp', '400Regular/NotoSerifJP_400Regular.ttf'),
  },
];

/** For designs in 角ゴシック: used first; the other fonts of the sheet draw what it lacks. */
export const gothicFont: SheetFont = {
  family: 'BIZ UDPGothic',
  path: fileOf('@expo-google-fonts/biz-udpgothic', '400Regular/BIZUDPGothic_400Regular.ttf'),
};

/** A heavier weight of Noto Serif JP, for titles and drawn seals. */
export const displayFont: SheetFont = {
  family: 'Noto Serif JP',
  path: fileOf('@expo-google-fonts/noto-serif-jp', '600SemiBold/NotoSerifJP_600SemiBold.ttf'),
};

/** The font folders of the system and of users. On Windows only the usual drive is searched. */
const systemFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  '/Library/Fonts',
  join(homedir(), 'Library/Fonts'),
  'C:\\Windows\\Fonts',
  join(homedir(), 'AppData/Local/Microsoft/Windows/Fonts'),
];

/**
 * The fonts of the sheet, in order of preference. IPAmj明朝 has nearly every registered form of a name (文字情報基盤)
 * but is 46 MB and has its own licence, so it is used if the system has it and not bundled.
 */
export function sheetFonts(folders: readonly string[] = systemFolders): SheetFont[] {
  const found = folders.map(ipamjBelow).find((path) => path !== undefined);
  return found ? [...shippedFonts, { family: ipamjFamily, path: found }] : [...shippedFonts];
}

const ipamjFamily = 'IPAmjMincho';

function ipamjBelow(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => /(^|[\\/])ipamjm\.ttf$/i.test(file))
      .map((file) => join(folder, file))
      .find(isIpamj);
  } catch {
    // A folder this process may not read is treated as one without the font
    return undefined;
  }
}

/** A damaged file, or another font under this name, is ignored: the sheet is then typeset without it. */
function isIpamj(path: string): boolean {
  try {
    return (fontkit.openSync(path) as fontkit.Font).familyName === ipamjFamily;
  } catch {
    return false;
  }
}
