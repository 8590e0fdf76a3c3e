import type { ReportInput } from './reporter.ts';

/** A format: what it is for, and how to get its reporter. Adding one is a file and an entry here. */
export interface Format<Input> {
  readonly about: string;
  /** Endings of file names that mean this format where none is named; two formats of a command share none. */
  readonly endings: readonly string[];
  /** Loads its reporter, which returns the whole document, with a line break at its end where it is text. */
  readonly load: () => Promise<(input: Input) => string | Uint8Array>;
  /** Whether it is bytes that no terminal can show. */
  readonly binary?: true;
}

/** By the name that `--format` takes. */
export type Formats<Input> = Readonly<Record<string, Format<Input>>>;

interface ReportFormat extends Format<ReportInput> {
  readonly commands: readonly ('score' | 'report')[];
}

export const formats: Readonly<Record<string, ReportFormat>> = {
  terminal: {
    about: 'to read at once: one draft as a gap report, several as a table',
    commands: ['score', 'report'],
    endings: ['.txt'],
    load: async () => (await import('./terminal.ts')).terminalReport,
  },
  markdown: {
    about: 'a document to hand in',
    commands: ['score', 'report'],
    endings: ['.md', '.markdown'],
    load: async () => (await import('./markdown.ts')).markdownReport,
  },
  html: {
    about: 'one page in one file, to open in any browser or print',
    commands: ['report'],
    endings: ['.html', '.htm'],
    load: async () => (await import('./html.ts')).htmlReport,
  },
  json: {
    about: 'everything, unrounded, for other programs',
    commands: ['score', 'report'],
    endings: ['.json'],
    load: async () => (await import('./json.ts')).jsonReport,
  },
  ndjson: {
    about: 'one assessment a line, as it goes',
    commands: ['score'],
    endings: ['.ndjson', '.jsonl'],
    load: async () => (await import('./ndjson.ts')).ndjsonReport,
  },
};

/** The formats that a command makes, in the order of the registry. */
export function formatsOf(command: 'score' | 'report'): Formats<ReportInput> {
  return Object.fromEntries(Object.entries(formats).filter(([, { commands }]) => commands.includes(command)));
}

/** Their names. */
export function formatNames(command: 'score' | 'report'): string[] {
  return Object.keys(formatsOf(command));
}
