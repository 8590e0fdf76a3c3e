import type { Command } from 'commander';
import type { Run } from '../run/run.ts';

/** Takes the exit code of a command. */
export type Finish = (code: number) => void;

/** Adds a command to the program, or a subcommand to its command. */
export type Register = (parent: Command, run: Run, finish: Finish) => void;
