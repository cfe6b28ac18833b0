import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

const names = [
  'q',
  'fiscalYear',
  'course',
  'courseRunId',
  'state',
  'copy',
  'issuedFrom',
  'issuedTo',
] as const;

/** The ledger (修了者台帳), searched and filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
  const filters = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<
    (typeof names)[number],
    string
  >;
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const { list, choices, runs } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getLedgerPage, { query: { ...given, cursor: read('cursor') } }),
  );
  return {
    title: certificatesOffice.ledgerTitle,
    filters,
    cursor: read('cursor'),
    list,
    choices,
    runs: runs.map((run) => ({
      value: run.courseRunId as string,
      label: run.name,
      group: run.courseTitle,
    })),
    recorded: read('recorded'),
  };
};
