import { setTimeout as wait } from 'node:timers/promises';
import { startThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import pg from 'pg';
import { IssuingOffice } from '../measuring/batches.ts';
import type { Measuring } from '../measuring/command.ts';
import { aRunOfGraduates } from '../measuring/graduates.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';
import { Ledger } from './ledger.ts';
import { Workers } from './workers.ts';

const kills = 5;
const people = 400;

/**
 * [worker] Workers are killed with -9 in the middle of one batch, five times: it continues after the last certificate.
 */
export default async function issueKilled({ figures }: Measuring): Promise<void> {
  const product = await startThrowAwayProduct({ WORKER: 'none' });
  const workers = new Workers(product);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const office = new IssuingOffice(product.origin, await cookieOfRole(product.databaseUrl, 'office'));
    const graduates = await aRunOfGraduates(client, people);
    const { certificateBatchId: id } = await office.ask(graduates.enrolmentIds, 'killed-in-the-middle');
    let [done, slowest] = [0, 0];
    workers.start();
    for (let before = 0; done < kills; done += 1) {
      const begun = performance.now();
      const batch = await progressed(office, id, before);
      slowest = Math.max(slowest, (performance.now() - begun) / 1000);
      if (batch.finishedAt !== null) break;
      // anywhere between two commits
      await wait(Math.random() * 300);
      workers.killAll();
      await wait(300);
      before = (await office.look(id)).issued;
      workers.start();
    }
    const end = await office.finished(id, 300);
    figures.atLeast('issue-killed.kills', done, kills, 'count');
    figures.atMost('issue-killed.taken-up-again', slowest, 60, 's');
    figures.exactly('issue-killed.issued', end.issued, people, 'count');
    await new Ledger(client, graduates).check(figures, 'issue-killed');
    figures.exactly('issue-killed.ledger-broken', await office.wrongInLedger(), 0, 'count');
  } finally {
    await client.end();
    await workers.stop();
    await product.stop();
  }
}

/** Waits until more than so many are issued, or all. @throws Error after two minutes */
async function progressed(office: IssuingOffice, id: string, before: number): Promise<CertificateBatchView> {
  for (const end = performance.now() + 120_000; ; await wait(50)) {
    const batch = await office.look(id);
    if (batch.issued > before || batch.finishedAt !== null) return batch;
    if (performance.now() > end) throw new Error(`no progress after ${before} certificates`);
  }
}
