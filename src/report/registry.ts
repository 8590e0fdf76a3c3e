import type { CompareInput } from './compare-reporter.ts';
import type { ReportInput } from './reporter.ts';

/** How to get a format's reporter. Adding one is a file, an entry here, and in the catalogue what it is for. */
export interface Format<Input> {
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
    commands: ['score', 'report'],
    endings: ['.txt'],
    load: async () => (await import('./terminal.ts')).terminalReport,
  },
  markdown: {
    commands: ['score', 'report'],
    endings: ['.md', '.markdown'],
    load: async () => (await import('./write/markdown.ts')).markdownReport,
  },
  html: {
    commands: ['report'],
    endings: ['.html', '.htm'],
    load: async () => (await import('./html.ts')).htmlReport,
  },
  docx: {
    commands: ['report'],
    endings: ['.docx'],
    load: async () => (await import('./write/docx/docx.ts')).docxReport,
    binary: true,
  },
  json: {
    commands: ['score', 'report'],
    endings: ['.json'],
    load: async () => (await import('./data/json.ts')).jsonReport,
  },
  ndjson: {
    commands: ['score'],
    endings: ['.ndjson', '.jsonl'],
    load: async () => (await import('./data/ndjson.ts')).ndjsonReport,
  },
  csv: {
    commands: ['score', 'report'],
    endings: ['.csv'],
    load: async () => (await import('./data/csv/csv.ts')).csvReport,
  },
  sarif: {
    commands: ['score'],
    endings: ['.sarif'],
    load: async () => (await import('./data/sarif/sarif.ts')).sarifReport,
  },
  junit: {
    commands: ['score'],
    endings: ['.xml'],
    load: async () => (await import('./data/junit/junit.ts')).junitReport,
  },
  github: {
    commands: ['score'],
    endings: [],
    load: async () => (await import('./data/github.ts')).githubReport,
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

/** The formats of `compass compare`. */
export const compareFormats: Formats<CompareInput> = {
  terminal: {
    endings: ['.txt'],
    load: async () => (await import('./compare-terminal.ts')).compareTerminal,
  },
  markdown: {
    endings: ['.md', '.markdown'],
    load: async () => (await import('./compare-markdown.ts')).compareMarkdown,
  },
  html: {
    endings: ['.html', '.htm'],
    load: async () => (await import('./compare-html.ts')).compareHtml,
  },
  csv: {
    endings: ['.csv'],
    load: async () => (await import('./data/csv/compare.ts')).compareCsv,
  },
  json: {
    endings: ['.json'],
    load: async () => (await import('./data/compare-json.ts')).compareJson,
  },
};
