import type { OutlineEntry, OutlineResult } from '../../../core/evidence.ts';
import type { Provision } from '../../../draft/structure/provision.ts';
import { readDraftFile } from '../../../run/drafts/open-draft.ts';
import type { Run } from '../../../run/run.ts';
import { exitCode } from '../../exit-codes.ts';
import type { EvidenceOptions } from './options.ts';
import { checkFormat, printEvidence } from './print.ts';

/** `compass evidence outline`: prints the provisions of a draft. */
export async function runOutline(run: Run, name: string, options: EvidenceOptions): Promise<number> {
  const format = checkFormat('outline', options);
  const { provisions } = await readDraftFile(run, name);
  const result: OutlineResult = { format: 'compass-outline/1', draft: name, provisions: provisions.map(toEntry) };
  const { outlineReport } = await import('../../../report/evidence-terminal.ts');
  await printEvidence(run, result, { ...options, format }, outlineReport);
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
