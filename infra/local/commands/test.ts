import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '@kizuna/server/refusal.ts';
import { secondsSince, tell, warn } from '@kizuna/server/tell.ts';
import { houseStage } from '../../checks/house-tests.ts';
import { atEnd } from '../supervisor/ending.ts';
import { faultStage } from '../testing/fault-stage.ts';
import { addCounts, closingLine, type Counts } from '../testing/test-counts.ts';
import {
  componentStage,
  integrationStage,
  journeyStage,
  unitStage,
  type StageContext,
} from '../testing/test-stages.ts';
import { build } from './build.ts';

interface Stage {
  name: string;
  label: string;
  run: (context: StageContext) => Promise<Counts>;
}

/** In this order: fast stages that point to the cause come first. */
const STAGES: Stage[] = [
  { name: 'house', label: '家の決まり', run: houseStage },
  { name: 'shared', label: '共通の規則', run: unitStage('packages/shared') },
  { name: 'unit', label: 'サーバーの規則', run: unitStage('apps/api', '--selectProjects', 'unit') },
  { name: 'components', label: '画面の部品(Chromium)', run: componentStage },
  { name: 'integration', label: 'サーバーと本物の PostgreSQL', run: integrationStage },
  { name: 'faults', label: '止めても、時計が変わっても', run: faultStage },
  { name: 'e2e', label: '画面を通した道のり(Chromium)', run: journeyStage },
];

/**
 * `npm test`: every stage, each to its end even if an earlier one failed. `npm test -- integration certificate` runs
 * one stage and passes the rest to its runner. The last line gives the combined counts of all runners.
 */
export default async function run(args: string[]): Promise<number> {
  const chosen = STAGES.find((stage) => stage.name === args[0]);
  const reports = mkdtempSync(path.join(tmpdir(), 'kizuna-reports-'));
  atEnd(() => rmSync(reports, { recursive: true, force: true }));
  tell('③ 変わったところを組み立てています …');
  const builtFrom = Date.now();
  await build();
  const times = [`組み立て ${secondsSince(builtFrom)}`];
  const counts: Counts[] = [];
  for (const stage of chosen ? [chosen] : STAGES) {
    const startedAt = Date.now();
    tell(`\n── ${stage.label}(${stage.name})──`);
    const result = await runStage(stage, { reports, args: chosen ? args.slice(1) : args });
    counts.push(result);
    times.push(`${stage.name} ${secondsSince(startedAt)}(${closingLine(result)})`);
  }
  const sum = addCounts(counts);
  tell(`\nかかった時間: ${times.join('、')}、全部で ${secondsSince()}`);
  tell(closingLine(sum));
  return sum.failed === 0 ? 0 : 1;
}

async function runStage(stage: Stage, context: StageContext): Promise<Counts> {
  try {
    return await stage.run(context);
  } catch (error) {
    const text = error instanceof Refusal || !(error instanceof Error) ? String(error) : error.stack;
    warn(`「${stage.name}」を始められませんでした。\n${text}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
