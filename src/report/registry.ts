import type { Detail, Document } from './document/blocks.ts';
import type { RubricInput } from './documents/rubric.ts';
import type { CompareInput, ReportInput, Screen } from './reporter.ts';

/** A format, and how to load its reporter. The catalogue describes its purpose. */
export interface Format<Input> {
  /** File extensions that select this format if none is named; two formats of a command share none. */
  readonly endings: readonly string[];
  /** Loads its reporter, which returns the whole document, with a line break at its end if it is text. */
  readonly load: () => Promise<(input: Input) => string | Uint8Array>;
  /** Whether it is bytes that no terminal can show. */
  readonly binary?: true;
}

/** By the name that `--format` takes. */
export type Formats<Input> = Readonly<Record<string, Format<Input>>>;

type Builder<Input> = (input: Input, detail: Detail) => Document;

/** A writer of documents, and how much of a document it is given. */
interface Writer extends Omit<Format<never>, 'load'> {
  readonly detail: Detail;
  readonly load: () => Promise<(document: Document, screen: Screen) => string | Uint8Array>;
}

const writers: Readonly<Record<string, Writer>> = {
  terminal: {
    endings: ['.txt'],
    detail: 'brief',
    load: async () => (await import('./write/terminal/terminal.ts')).writeTerminal,
  },
  markdown: {
    endings: ['.md', '.markdown'],
    detail: 'full',
    load: async () => (await import('./write/markdown.ts')).writeMarkdown,
  },
  html: { endings: ['.html', '.htm'], detail: 'full', load: async () => (await import('./write/html/html.ts')).writeHtml },
  docx: { endings: ['.docx'], detail: 'full', binary: true, load: async () => (await import('./write/docx/docx.ts')).writeDocx },
};

/** Whether a format is a document to read; the others are data. */
export function isForPeople(format: string): boolean {
  return Object.hasOwn(writers, format);
}

/** Every format for people, of one document: its builder and a writer are loaded when they are needed. */
export function documentFormats<Input>(loadBuilder: () => Promise<Builder<Input>>): Formats<Input & Screen> {
  const formats = Object.entries(writers).map(([name, { detail, load: loadWriter, ...format }]) => {
    const load = async () => {
      const [build, write] = await Promise.all([loadBuilder(), loadWriter()]);
      return (input: Input & Screen) => write(build(input, detail), input);
    };
    return [name, { ...format, load }] as const;
  });
  return Object.fromEntries(formats);
}

/** A result, or another part of the input, as JSON: nothing is rounded or left out. */
function asJson<Input>(partOf: (input: Input) => unknown): { readonly json: Format<Input> } {
  const load = async () => {
    const { jsonText } = await import('./data/json.ts');
    return (input: Input) => jsonText(partOf(input));
  };
  return { json: { endings: ['.json'], load } };
}

/** A document, and its result as JSON. */
function withJson<Input extends { readonly result: unknown }>(
  loadBuilder: () => Promise<Builder<Input>>,
): Formats<Input & Screen> {
  return { ...documentFormats(loadBuilder), ...asJson<Input>(({ result }) => result) };
}

const gapReport = withJson<ReportInput>(async () => (await import('./documents/gap-report/gap-report.ts')).reportDocument);
/** A workbook of Excel. */
const xlsx = { endings: ['.xlsx'], binary: true } as const;
const csv: Format<ReportInput> = { endings: ['.csv'], load: async () => (await import('./data/csv/csv.ts')).csvReport };

/** The formats of each command that makes a document, by their names. Tests compare the README and `--help` with this table. */
export const registry = {
  score: {
    ...gapReport,
    ndjson: { endings: ['.ndjson', '.jsonl'], load: async () => (await import('./data/ndjson.ts')).ndjsonReport },
    csv,
    parquet: {
      endings: ['.parquet'],
      binary: true,
      load: async () => (await import('./data/parquet.ts')).parquetReport,
    },
    xlsx: { ...xlsx, load: async () => (await import('./data/xlsx/results.ts')).resultsWorkbook },
    sarif: { endings: ['.sarif'], load: async () => (await import('./data/sarif/sarif.ts')).sarifReport },
    junit: { endings: ['.xml'], load: async () => (await import('./data/junit/junit.ts')).junitReport },
    github: { endings: [], load: async () => (await import('./data/github.ts')).githubReport },
  } as Formats<ReportInput>,
  'score --explain': documentFormats(async () => (await import('./documents/explain.ts')).explainDocument),
  report: {
    ...gapReport,
    csv,
    xlsx: { ...xlsx, load: async () => (await import('./data/xlsx/gaps.ts')).gapsWorkbook },
  } as Formats<ReportInput>,
  compare: {
    ...documentFormats(async () => (await import('./documents/compare/compare.ts')).compareDocument),
    csv: { endings: ['.csv'], load: async () => (await import('./data/csv/compare.ts')).compareCsv },
    ...asJson<CompareInput>(({ result }) => result),
  } as Formats<CompareInput>,
  panel: withJson(async () => (await import('./documents/panel/panel.ts')).panelDocument),
  'evidence outline': withJson(async () => (await import('./documents/evidence/outline.ts')).outlineDocument),
  'evidence check': withJson(async () => (await import('./documents/evidence/check.ts')).checkDocument),
  'evidence find': withJson(async () => (await import('./documents/evidence/find.ts')).findDocument),
  'evidence rebase': withJson(async () => (await import('./documents/evidence/rebase.ts')).rebaseDocument),
  'rubric show': {
    ...documentFormats(async () => (await import('./documents/rubric.ts')).rubricDocument),
    ...asJson<RubricInput>(({ rubric }) => rubric),
  } as Formats<RubricInput & Screen>,
};
