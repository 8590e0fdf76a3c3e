import type { DraftText } from '../../draft/structure/provision.ts';
import { warningText } from '../../messages/warnings.ts';
import { visible } from '../../text/visible.ts';
import type { Io } from '../io.ts';

/** Prints what has to be known about how a draft was read, one warning a line. */
export function printWarnings({ stderr }: Pick<Io, 'stderr'>, { source, reading }: Pick<DraftText, 'source' | 'reading'>): void {
  for (const warning of reading.warnings) stderr.write(`${visible(`${source}: ${warningText(warning)}`)}\n`);
}
