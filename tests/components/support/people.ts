/** The labels of TableScene's columns. */
export const labels = { tick: '選ぶ', name: 'お名前', place: '場所', times: '回数', see: '見る' };

/** Rows for TableScene. */
export function people(count: number): { id: string; name: string; place: string; times: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    name: `古河 花子${index + 1}`,
    place: '古河市総和',
    times: `${index + 1}回`,
  }));
}
