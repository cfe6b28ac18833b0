import { randomInt } from 'node:crypto';

/** A resident's input on the application form. */
export interface Resident {
  name: string;
  kana: string;
  era: 'showa' | 'heisei' | 'reiwa' | 'taisho' | 'western';
  born: [year: string, month: string, day: string];
  phone: string;
  address: string;
  email?: string;
}

const families = [
  ['古河', 'こが'],
  ['長左エ門', 'ちょうざえもん'],
  ['針谷', 'はりがや'],
  ['舘野', 'たての'],
  ['倉持', 'くらもち'],
] as const;
const given = [
  ['ハナ', 'はな'],
  ['千代', 'ちよ'],
  ['正雄', 'まさお'],
  ['トメ子', 'とめこ'],
  ['清', 'きよし'],
] as const;

/** A new resident: the phone number distinguishes people of the same name. */
export function aResident(as: Partial<Resident> = {}): Resident {
  const number = String(randomInt(10_000_000, 99_999_999));
  const family = families[randomInt(families.length)]!;
  const first = given[randomInt(given.length)]!;
  return {
    name: `${family[0]} ${first[0]}`,
    kana: `${family[1]} ${first[1]}`,
    era: 'showa',
    born: [String(randomInt(20, 40)), String(randomInt(1, 12)), String(randomInt(1, 28))],
    phone: `090-${number.slice(0, 4)}-${number.slice(4)}`,
    address: `古河市けやき平1丁目${number.slice(0, 3)}`,
    ...as,
  };
}

/** A unique mail address. */
export function anAddress(): string {
  return `resident-${Date.now().toString(36)}-${randomInt(1e6)}@example.jp`;
}

const kana = [...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ'];

/**
 * The name with four random kana appended, so that a journey that runs again on the same product does not meet the
 * people of its first run.
 */
export function unheard(name: string): string {
  return name + Array.from({ length: 4 }, () => kana[randomInt(kana.length)]).join('');
}
