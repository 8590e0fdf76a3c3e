import type { OutlineEntry, OutlineResult } from '../../../core/evidence.ts';
import type { Provision } from '../../../draft/structure/provision.ts';
import { registry } from '../../../report/registry.ts';
import { readDraftFile } from '../../../run/drafts/open-draft.ts';
import { printWarnings } from '../../../run/drafts/print-warnings.ts';
import type { Run } from '../../../run/run.ts';
import { exitCode } from '../../exit-codes.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';
import type { EvidenceOptions } from './options.ts';

/** `compass evidence outline`: prints the provisions of a draft. */
export async function runOutline(run: Run, name: string, options: EvidenceOptions): Promise<number> {
  const formats = registry['evidence outline'];
  const outputs = pairOutputs('compass evidence outline', options, formats, 'terminal');
  const draft = await readDraftFile(run, name);
  printWarnings(run.io, draft);
  const { reading, provisions } = draft;
  const result: OutlineResult = { format: 'compass-outline/1', draft: name, reading, provisions: provisions.map(toEntry) };
  await writeReports(run, { outputs, formats, inputFor: (layout) => ({ result, ...layout }) }, options);
  return exitCode.done;
}

function toEntry({ label, heading, place, text, children }: Provision): OutlineEntry {
  return {
    label,
    heading: heading ?? null,
    line: place.line ?? null,
    ...(place.page !== undefined && { page: place.page }),
    ...(place.eId !== undefined && { eId: place.eId }),
    text,
    children: children.map(toEntry),
  };
}
