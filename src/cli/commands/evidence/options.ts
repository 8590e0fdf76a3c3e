import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';

export interface EvidenceOptions extends CommonOptions, OutputOptions {
  readonly draft?: string;
}

export interface FindOptions extends EvidenceOptions {
  readonly draft: string;
  readonly all?: boolean;
  readonly limit?: string;
}

export interface RebaseOptions extends EvidenceOptions {
  readonly draft: string;
  readonly old?: string;
  readonly dryRun?: boolean;
}
