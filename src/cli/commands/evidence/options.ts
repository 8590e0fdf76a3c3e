import type { CommonOptions } from '../../options/common.ts';

export interface EvidenceOptions extends CommonOptions {
  readonly format: string;
  readonly output?: string;
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
