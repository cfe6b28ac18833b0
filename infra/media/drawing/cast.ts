import type { Figure } from './figure.ts';
import { palette } from './palette.ts';

type Look = Pick<Figure, 'hair' | 'hairColour' | 'top' | 'bottom' | 'glasses'>;

/** The characters. The same people appear in the illustrations and throughout the film. */
export const cast = {
  /** ハナさん: lives alone, in her eighties. */
  hana: { hair: 'bun', hairColour: palette.silver, top: palette.blush, bottom: palette.brown },
  /** 正さん: retired, runs the salon. */
  tadashi: {
    hair: 'side',
    hairColour: palette.silver,
    top: palette.leaf,
    bottom: palette.ink,
    glasses: true,
  },
  /** 由美さん: in her fifties, learns to listen. */
  yumi: { hair: 'bob', hairColour: palette.brown, top: palette.blue, bottom: palette.ink },
  /** ケンさん: a young father. */
  ken: { hair: 'short', hairColour: palette.ink, top: palette.sun, bottom: palette.main },
  /** トメさん: curly hair, cheerful. */
  tome: { hair: 'curly', hairColour: palette.silver, top: palette.green, bottom: palette.brown },
  /** 茂さん: wears his cap everywhere. */
  shigeru: { hair: 'cap', hairColour: palette.blue, top: palette.cream, bottom: palette.ink },
  /** 職員: the staff member who listens. */
  staff: { hair: 'pony', hairColour: palette.ink, top: palette.paper, bottom: palette.main },
  /** 民生委員さん. */
  welfare: { hair: 'bald', hairColour: palette.silver, top: palette.sky, bottom: palette.ink },
} as const satisfies Record<string, Look>;
