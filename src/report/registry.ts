import type { CompareInput } from './compare-reporter.ts';
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
    load: async () => (await import('./write/markdown.ts')).markdownReport,
  },
  html: {
    about: 'one page in one file, to open in any browser or print',
    commands: ['report'],
    endings: ['.html', '.htm'],
    load: async () => (await import('./html.ts')).htmlReport,
  },
  docx: {
    about: 'a Word document, to hand in and to work on',
    commands: ['report'],
    endings: ['.docx'],
    load: async () => (await import('./write/docx/docx.ts')).docxReport,
    binary: true,
  },
  json: {
    about: 'everything, unrounded, for other programs',
    commands: ['score', 'report'],
    endings: ['.json'],
    load: async () => (await import('./data/json.ts')).jsonReport,
  },
  ndjson: {
    about: 'one assessment a line, as it goes',
    commands: ['score'],
    endings: ['.ndjson', '.jsonl'],
    load: async () => (await import('./data/ndjson.ts')).ndjsonReport,
  },
  csv: {
    about: 'a table for spreadsheets and statistics: one row an answer, or with --wide one row a law',
    commands: ['score', 'report'],
    endings: ['.csv'],
    load: async () => (await import('./data/csv/csv.ts')).csvReport,
  },
  sarif: {
    about: 'SARIF 2.1.0: gaps and red flags on the lines of the draft, for code scanning',
    commands: ['score'],
    endings: ['.sarif'],
    load: async () => (await import('./data/sarif/sarif.ts')).sarifReport,
  },
  junit: {
    about: 'JUnit XML: a suite for each feature, a case for each question, for CI servers',
    commands: ['score'],
    endings: ['.xml'],
    load: async () => (await import('./data/junit/junit.ts')).junitReport,
  },
  github: {
    about: 'annotations in a GitHub Actions log',
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
    about: 'to read at once',
    endings: ['.txt'],
    load: async () => (await import('./compare-terminal.ts')).compareTerminal,
  },
  markdown: {
    about: 'a document to hand in',
    endings: ['.md', '.markdown'],
    load: async () => (await import('./compare-markdown.ts')).compareMarkdown,
  },
  html: {
    about: 'a page to read or print, in one file',
    endings: ['.html', '.htm'],
    load: async () => (await import('./compare-html.ts')).compareHtml,
  },
  csv: {
    about: 'a table for a spreadsheet: what moved, a row each, or a row a law',
    endings: ['.csv'],
    load: async () => (await import('./data/csv/compare.ts')).compareCsv,
  },
  json: {
    about: 'everything, unrounded, for other programs',
    endings: ['.json'],
    load: async () => (await import('./data/compare-json.ts')).compareJson,
  },
};
