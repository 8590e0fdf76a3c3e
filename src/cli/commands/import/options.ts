import type { CommonOptions } from '../../options/common.ts';

export interface ImportOptions extends CommonOptions {
  readonly output?: readonly string[];
  readonly replace?: boolean;
}
