import { resolve } from 'node:path';

import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Inject, Injectable, Optional } from '@nestjs/common';

import { alternativesIn, type Alternative } from '../glyphs/alternatives.policy.js';
import { displayFont, gothicFont, sheetFonts, sheetFontsKey, type SheetFont } from '../glyphs/fonts.js';
import { fontRunsOf, readCoverage, undrawableIn, type FontRun, type MeasuredFont } from '../glyphs/glyphs.js';
import { breakable, sheetDataOf, type SheetTypefaces } from '../sheets/sheet-data.js';
import { standardDesign, type CertificateText, type SheetOptions } from '../sheets/sheet-text.js';
import { sheetSources } from '../sheets/sheet.js';
import {
  supporterCardData,
  supporterCardSource,
  type SupporterCardPaper,
  type SupporterCardText,
} from '../sheets/supporter-card-sheet.js';
import { accessiblePdf } from './pdf-accessible.js';

/** A paper as a Typst source, which reads its data from the input `data`. */
export interface Paper {
  source: string;
  data: (runs: (text: string) => FontRun[]) => object;
  /** `YYYY-MM-DD`, for the file's own metadata. */
  day: string;
}

/** The compiler's root: it does not exist, so that a source sees only the files it is given. */
const workspace = resolve('/kizuna-sheet');

/**
 * Typesets certificates as PDF: embedded subset fonts, selectable and tagged text, PDF/A-2a (PDF/A-3a with attachments)
 * that also declares PDF/UA-1. The same input gives the same bytes.
 */
@Injectable()
export class Typesetting {
  private compiler: NodeCompiler | undefined;
  private coverage: MeasuredFont[] | undefined;
  private gothic: MeasuredFont | undefined;

  constructor(
    @Optional() @Inject(sheetFontsKey) private readonly fonts: readonly SheetFont[] = sheetFonts(),
  ) {}

  /** Characters of the text (with their variation selectors) that no font of the sheet can draw. */
  undrawableIn(text: string): string[] {
    return undrawableIn(text, this.fontCoverage());
  }

  /** What can be printed instead of each of those characters, if the person agrees. */
  alternativesIn(text: string): Alternative[] {
    return alternativesIn(text, this.fontCoverage());
  }

  /** The sheet as PDF bytes. Reject undrawable names before calling this, or leave the name blank. */
  render(text: CertificateText, options: SheetOptions = {}): Buffer {
    return this.compiled(text, options, (compiler, document) => {
      const pdf = compiler.pdf(document, {
        pdfStandard: options.attachments?.length ? 'a-3a' : 'a-2a',
        creationTimestamp: Date.parse(`${text.issuedOn}T00:00:00+09:00`) / 1000,
      });
      return accessiblePdf(pdf);
    });
  }

  /** The same sheet as a picture for the screen (SVG, with text as outlines). */
  picture(text: CertificateText, options: SheetOptions = {}): string {
    return this.compiled(text, options, (compiler, document) => compiler.plainSvg(document));
  }

  /** Cards of supporters (登録証), one per page or ten per A4 sheet. Reject undrawable names before calling this. */
  renderSupporterCards(
    texts: readonly SupporterCardText[],
    paper: SupporterCardPaper,
    madeOn: string,
  ): Buffer {
    const compiler = (this.compiler ??= this.made());
    const data = supporterCardData(texts, paper, this.fontCoverage(), madeOn);
    const pdf = compiler.pdf(
      { mainFileContent: supporterCardSource, inputs: { cards: JSON.stringify(data) } },
      { pdfStandard: 'a-2a', creationTimestamp: Date.parse(`${madeOn}T00:00:00+09:00`) / 1000 },
    );
    compiler.evictCache(10);
    return accessiblePdf(pdf);
  }

  /**
   * A paper other than a certificate (a name alone, a page of the ledger, envelopes). Texts that `data` splits into
   * runs are drawn with the certificate's own fonts. The same input gives the same bytes.
   */
  typeset({ source, data, day }: Paper, as: 'svg' | 'pdf'): Buffer {
    const compiler = (this.compiler ??= this.made());
    const runs = (text: string) => fontRunsOf(text, this.fontCoverage()).flatMap(breakable);
    const document = { mainFileContent: source, inputs: { data: JSON.stringify(data(runs)) } };
    const creationTimestamp = Date.parse(`${day}T00:00:00+09:00`) / 1000;
    const made = as === 'pdf' ? compiler.pdf(document, { creationTimestamp }) : compiler.plainSvg(document);
    compiler.evictCache(10);
    return Buffer.from(made);
  }

  private compiled<T>(
    text: CertificateText,
    options: SheetOptions,
    make: (
      compiler: NodeCompiler,
      document: { mainFileContent: string; inputs: Record<string, string> },
    ) => T,
  ): T {
    const design = options.design ?? standardDesign;
    const compiler = (this.compiler ??= this.made());
    const files = filesOf(design, options);
    const data = {
      ...sheetDataOf(text, design, this.typefacesOf(design), options),
      ...files.data,
    };
    for (const { path, bytes } of files.all) compiler.mapShadow(workspace + path, Buffer.from(bytes));
    try {
      return make(compiler, {
        mainFileContent: sheetSources[design.layout],
        inputs: { sheet: JSON.stringify(data) },
      });
    } finally {
      for (const { path } of files.all) compiler.unmapShadow(workspace + path);
      // The compiler memoises layouts; anything unused for ten documents is evicted, to limit memory in bulk issuing
      compiler.evictCache(10);
    }
  }

  private made(): NodeCompiler {
    const fonts = [...this.fonts, gothicFont, displayFont];
    return NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.map((font) => font.path) }] });
  }

  /**
   * A Gothic design uses that font first. Titles and seals: the heavier Noto Serif JP, or in Gothic the text's font.
   */
  private typefacesOf({ typeface }: SheetDesign): SheetTypefaces {
    const serif = this.fontCoverage();
    if (typeface === 'mincho') {
      const heavy = serif.filter(({ family }) => family === displayFont.family);
      return { text: serif, display: [...heavy, ...serif.filter((font) => !heavy.includes(font))] };
    }
    this.gothic ??= readCoverage(gothicFont.path, gothicFont.family);
    const text = [this.gothic, ...serif];
    return { text, display: text };
  }

  private fontCoverage(): MeasuredFont[] {
    this.coverage ??= this.fonts.map((font) => readCoverage(font.path, font.family));
    return this.coverage;
  }
}

/** The files through which the compiler finds pictures and attachments, and what the source receives about them. */
function filesOf(design: SheetDesign, options: SheetOptions) {
  const imageOf = (id: string | null) => {
    const bytes = (options.images ?? []).find((image) => image.id === id)?.bytes;
    return bytes && { path: `/pictures/${id}.png`, bytes };
  };
  const logo = imageOf(design.logo);
  const seal = design.seal.kind === 'image' ? imageOf(design.seal.imageId) : undefined;
  const attached = (options.attachments ?? []).map((each) => ({ ...each, path: `/${each.name}` }));
  return {
    all: [logo, seal, ...attached].filter((file) => file !== undefined),
    data: {
      ...(logo ? { logo: logo.path } : {}),
      ...(seal ? { sealImage: seal.path } : {}),
      attachments: attached.map(({ path, mediaType, description }) => ({ path, mediaType, description })),
    },
  };
}
