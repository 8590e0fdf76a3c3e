import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';

export interface FormOptions extends CommonOptions, OutputOptions {
  readonly draft?: string;
}

/** What a form can be written as, with the file extensions. */
export const formFormats = {
  html: { endings: ['.html', '.htm'] },
  xlsx: { endings: ['.xlsx'], binary: true },
  // A survey is a workbook too, so it has to be asked for by name.
  xlsform: { endings: [], binary: true },
} as const;
