import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';

import type { TestApi } from '../support/api.js';
import { aPerson, type SignedInPerson } from './person.js';

/** What an organiser types: this afternoon, an hour from 10:15, unless told otherwise. */
export function aViewingBody(videoId: string, change: Record<string, unknown> = {}) {
  return {
    videoId,
    association: '第3行政自治会',
    districtId: null,
    place: '駒羽根公民館',
    heldOn: '2026-06-10',
    from: '10:15',
    to: '11:00',
    expectedCount: 20,
    ...change,
  };
}

export interface BuiltViewing {
  groupViewingId: string;
  holder: SignedInPerson;
  code: string;
}

/** A showing opened by an instructor (or somebody else), with the code behind its QR code. */
export async function aViewing(
  api: TestApi,
  videoId: string,
  change: Record<string, unknown> = {},
  by?: SignedInPerson,
): Promise<BuiltViewing> {
  const holder = by ?? (await aPerson(api).withRoles('organiser').signedIn());
  const answer = await api
    .as(holder)
    .call(viewingsEndpoints.openViewing, { body: aViewingBody(videoId, change) });
  if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`);
  const { groupViewingId } = answer.body;
  const [row] = await api.rows<{ code: string }>('SELECT code FROM group_viewings WHERE id = $1', [
    groupViewingId,
  ]);
  return { groupViewingId, holder, code: row!.code };
}
