import { setTimeout as wait } from 'node:timers/promises';
import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import pg from 'pg';
import { IssuingOffice } from '../measuring/batches.ts';
import type { Measuring } from '../measuring/command.ts';
import { aRunOfGraduates, type Graduates } from '../measuring/graduates.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';
import { Ledger } from './ledger.ts';

const mostDoubles = 100;

/**
 * [issue-twice] Two members of staff issue to the same people at once, each of them twice with one key, a hundred times
 * (fewer if given fewer seconds), and once more for everybody afterwards. No number and no mail is duplicated, nobody
 * is left out.
 */
export default async function issueTwice(measuring: Measuring): Promise<void> {
  const product = await startThrowAwayProduct();
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    await pressTwice(measuring, product, client);
  } finally {
    await client.end();
    await product.stop();
  }
}

async function pressTwice({ figures, seconds }: Measuring, product: ThrowAwayProduct, client: pg.Client) {
  const doubles = Math.max(10, Math.min(mostDoubles, Math.floor(seconds / 2)));
  const graduates = await aRunOfGraduates(client, 2 * doubles);
  const { enrolmentIds } = graduates;
  const staff = await Promise.all(
    ['office', 'admin'].map(
      async (role) => new IssuingOffice(product.origin, await cookieOfRole(product.databaseUrl, role)),
    ),
  );
  const batches = new Set<string>();
  const press = async (office: IssuingOffice, list: readonly string[], key: string) => {
    const { certificateBatchId } = await office.ask(list, key);
    batches.add(certificateBatchId);
    return certificateBatchId;
  };
  let differing = 0;
  for (let at = 0; at < doubles; at += 1) {
    const list = enrolmentIds.slice(2 * at, 2 * at + 2);
    const pressed = await Promise.all(
      staff.flatMap((office) => [0, 1].map(() => press(office, list, `double-${at}`))),
    );
    // The same key of the same person gives the same batch; a colleague's gives another one
    differing += new Set(pressed).size === staff.length ? 0 : 1;
  }
  figures.atLeast('issue-twice.doubles', doubles, Math.min(mostDoubles, doubles), 'count');
  figures.exactly('issue-twice.replays-that-differ', differing, 0, 'count');
  // Long afterwards: a lost response is requested again, and somebody issues to everybody under a new key
  await Promise.all(staff.map((office) => press(office, enrolmentIds.slice(0, 2), 'double-0')));
  await Promise.all(staff.map((office) => press(office, enrolmentIds, 'once-more')));
  const ended: CertificateBatchView[] = [];
  // One after the other: two hundred who ask five times a second would themselves be the load
  for (const id of batches) ended.push(await staff[0]!.finished(id, 900));
  const issued = ended.reduce((sum, batch) => sum + batch.issued, 0);
  const refusals = ended.flatMap((batch) => batch.refusals.map(({ code }) => code));
  figures.exactly('issue-twice.issued', issued, enrolmentIds.length, 'count');
  const otherwise = refusals.filter((code) => code !== 'certification.already_issued');
  figures.exactly('issue-twice.refused-otherwise', otherwise.length, 0, 'count');
  await new Ledger(client, graduates).check(figures, 'issue-twice');
  const { missing, second } = await mailsOf(product, graduates);
  figures.exactly('issue-twice.mails-missing', missing, 0, 'count');
  figures.exactly('issue-twice.second-mails', second, 0, 'count');
}

/** What arrived in the built-in mail sink for those who want mail: every second person. */
async function mailsOf(product: ThrowAwayProduct, { enrolmentIds, runId }: Graduates) {
  const wanted = enrolmentIds.length / 2;
  const mark = `-${runId.slice(0, 8)}@`;
  for (const end = performance.now() + 120_000; ; await wait(500)) {
    const answer = await fetch(`${product.env['E2E_MAIL_URL']}/mails.json`);
    const mails = ((await answer.json()) as { to: string }[]).filter(({ to }) => to.includes(mark));
    const addresses = new Set(mails.map(({ to }) => to));
    if (addresses.size >= wanted || performance.now() > end)
      return { missing: wanted - addresses.size, second: mails.length - addresses.size };
  }
}
