/** The differences between the two papers. */
export interface VerticalPaper {
  width: number;
  height: number;
  /** The printable area inside the border. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  titleSize: number;
  /** The maximum width for the columns of a long name, and for those of its reading. */
  nameWidth: number;
  kanaWidth: number;
  nameSizes: readonly number[];
  bodySizes: readonly number[];
}

/** Character sizes in mm, tried last. */
export const smallSizes = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6] as const;

/** A4, portrait and landscape. */
export const verticalPapers: Readonly<Record<'portrait' | 'landscape', VerticalPaper>> = {
  portrait: {
    width: 210,
    height: 297,
    left: 23,
    right: 187,
    top: 27,
    bottom: 270,
    titleSize: 46,
    nameWidth: 46,
    kanaWidth: 11,
    nameSizes: [42, 38, 34, 30, 27, 24, 21, 18, ...smallSizes],
    bodySizes: [23, 22, 21, 20, 19, 18, 17, ...smallSizes],
  },
  landscape: {
    width: 297,
    height: 210,
    left: 25,
    right: 272,
    top: 25,
    bottom: 185,
    titleSize: 44,
    nameWidth: 62,
    kanaWidth: 18,
    nameSizes: [40, 37, 34, 31, 28, 25, 22, 19, 17, ...smallSizes],
    bodySizes: [22, 21, 20, 19, 18, 17, ...smallSizes],
  },
};

export const sealSize = 22;
