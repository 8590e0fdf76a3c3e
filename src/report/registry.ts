import type { CompareInput } from './compare-reporter.ts';
import type { Detail, Document } from './document/blocks.ts';
import type { CheckInput } from './documents/evidence/check.ts';
import type { FindInput } from './documents/evidence/find.ts';
import type { OutlineInput } from './documents/evidence/outline.ts';
import type { RebaseInput } from './documents/evidence/rebase.ts';
import type { ExplainInput } from './documents/explain.ts';
import type { PanelInput } from './documents/panel/words.ts';
import type { RubricInput } from './documents/rubric.ts';
import type { ReportInput } from './reporter.ts';
import type { Style } from './write/style.ts';

/** A format, and how to get its reporter. What it is for is told by the catalogue. */
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

/** What a terminal is like; other formats take no notice of it. */
export interface Screen {
  readonly width: number;
  readonly style: Style;
}

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
  html: {
    endings: ['.html', '.htm'],
    detail: 'full',
    load: async () => (await import('./write/html/html.ts')).writeHtml,
  },
  docx: {
    endings: ['.docx'],
    detail: 'full',
    load: async () => (await import('./write/docx/docx.ts')).writeDocx,
    binary: true,
  },
};

/** Whether a format is a document to read; the others are data. */
export function isForPeople(format: string): boolean {
  return Object.hasOwn(writers, format);
}

/** Every format for people, of one document: its builder and a writer are loaded where they are needed. */
export function documentFormats<Input extends Screen>(loadBuilder: () => Promise<Builder<Input>>): Formats<Input> {
  return Object.fromEntries(
    Object.entries(writers).map(([name, { detail, load, ...format }]): [string, Format<Input>] => [
      name,
      {
        ...format,
        load: async () => {
          const [build, write] = await Promise.all([loadBuilder(), load()]);
          return (input) => write(build(input, detail), input);
        },
      },
    ]),
  );
}

const gapReport = documentFormats<ReportInput>(async () => (await import('./documents/gap-report/gap-report.ts')).reportDocument);

const reportJson: Format<ReportInput> = {
  endings: ['.json'],
  load: async () => (await import('./data/json.ts')).jsonReport,
};

const reportCsv: Format<ReportInput> = {
  endings: ['.csv'],
  load: async () => (await import('./data/csv/csv.ts')).csvReport,
};

/** The formats of `compass score`. */
export const scoreFormats: Formats<ReportInput> = {
  ...gapReport,
  json: reportJson,
  ndjson: {
    endings: ['.ndjson', '.jsonl'],
    load: async () => (await import('./data/ndjson.ts')).ndjsonReport,
  },
  csv: reportCsv,
  sarif: {
    endings: ['.sarif'],
    load: async () => (await import('./data/sarif/sarif.ts')).sarifReport,
  },
  junit: {
    endings: ['.xml'],
    load: async () => (await import('./data/junit/junit.ts')).junitReport,
  },
  github: {
    endings: [],
    load: async () => (await import('./data/github.ts')).githubReport,
  },
};

/** The formats of `compass report`. */
export const reportFormats: Formats<ReportInput> = { ...gapReport, json: reportJson, csv: reportCsv };

/** A result as it is. */
function resultJson<Input extends { readonly result: unknown }>(): Format<Input> {
  return {
    endings: ['.json'],
    load: async () => {
      const { toJson } = await import('./escape/json.ts');
      return ({ result }) => `${toJson(result, 2)}\n`;
    },
  };
}

/** The formats of a command whose result is a document and nothing else. */
function withJson<Input extends Screen & { readonly result: unknown }>(
  loadBuilder: () => Promise<Builder<Input>>,
): Formats<Input> {
  return { ...documentFormats<Input>(loadBuilder), json: resultJson() };
}

/** The formats of `compass compare`. */
export const compareFormats: Formats<CompareInput> = {
  ...documentFormats(async () => (await import('./documents/compare/compare.ts')).compareDocument),
  csv: {
    endings: ['.csv'],
    load: async () => (await import('./data/csv/compare.ts')).compareCsv,
  },
  json: resultJson(),
};

/** The formats of `compass panel`. */
export const panelFormats = withJson<PanelInput & Screen>(async () => (await import('./documents/panel/panel.ts')).panelDocument);

/** The formats of each command of `compass evidence`. */
export const evidenceFormats = {
  check: withJson<CheckInput & Screen>(async () => (await import('./documents/evidence/check.ts')).checkDocument),
  find: withJson<FindInput & Screen>(async () => (await import('./documents/evidence/find.ts')).findDocument),
  rebase: withJson<RebaseInput & Screen>(async () => (await import('./documents/evidence/rebase.ts')).rebaseDocument),
  outline: withJson<OutlineInput & Screen>(async () => (await import('./documents/evidence/outline.ts')).outlineDocument),
};

/** The formats of `compass rubric show`. */
export const rubricFormats: Formats<RubricInput & Screen> = {
  ...documentFormats<RubricInput & Screen>(async () => (await import('./documents/rubric.ts')).rubricDocument),
  json: {
    endings: ['.json'],
    load: async () => {
      const { toJson } = await import('./escape/json.ts');
      return ({ rubric }) => `${toJson(rubric, 2)}\n`;
    },
  },
};

/** The formats of `compass score --explain`, which is for people alone. */
export const explainFormats = documentFormats<ExplainInput & Screen>(
  async () => (await import('./documents/explain.ts')).explainDocument,
);
