import type { CompletionView, MissingPart } from '@kizuna/shared/contracts/completion';
import { completion } from '#lib/i18n/messages/ja/completion.ts';
import { t } from '#lib/i18n/t.ts';

function partWords(part: MissingPart): string {
  if (part.kind === 'lessons') return t(completion.lessons, { left: part.left });
  if (part.kind === 'quiz') return completion.quiz;
  return t(completion.attendance, { left: part.left });
}

/** 「あと1回の出席で修了です」: lists the parts in the order given by the API's policy. Decides nothing itself. */
export function completionSentence(view: Pick<CompletionView, 'complete' | 'missing' | 'status'>): string {
  if (view.status === 'completed') return completion.done;
  if (view.complete) return completion.complete;
  const parts = view.missing.map(partWords).join(completion.separator);
  return t(completion.left, { parts });
}
