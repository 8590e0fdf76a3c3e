import type { Command } from 'commander';
import { helpText } from '../../messages/help.ts';

export interface LimitOptions {
  readonly maxSize?: string;
  readonly allowOutsideDraft?: boolean;
}

/** The options that limit what a run may read. Answers files may come from somebody else. */
export function withLimitOptions(program: Command): Command {
  return program
    .option('--max-size <MB>', helpText('program', 'max-size'))
    .option('--allow-outside-draft', helpText('program', 'allow-outside-draft'));
}
