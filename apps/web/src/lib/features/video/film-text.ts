import type { CaptionCue, VideoView } from '@kizuna/shared/contracts/video';

export interface TranscriptPart {
  heading: string | null;
  fromMs: number;
  text: string;
}

/** The captions as running text, one part for each chapter; in one part without chapters. */
export function transcriptParts({
  transcript,
  chapters,
}: Pick<VideoView, 'transcript' | 'chapters'>): TranscriptPart[] {
  const bounds: readonly (CaptionCue | null)[] = chapters.length > 0 ? chapters : [null];
  return bounds.map((chapter, index) => {
    const from = index === 0 ? 0 : (chapter?.fromMs ?? 0);
    const to = bounds[index + 1]?.fromMs ?? Infinity;
    const cues = transcript.filter((cue) => cue.fromMs >= from && cue.fromMs < to);
    return {
      heading: chapter?.text ?? null,
      fromMs: from,
      text: cues.map((cue) => cue.text.replace(/\n/g, '')).join(''),
    };
  });
}
