import type { Reporter } from './reporter.ts';

/** A format: what it is for, and how to get its reporter. Adding one is a file and an entry here. */
interface Format {
  readonly about: string;
  readonly commands: readonly ('score' | 'report')[];
  readonly load: () => Promise<Reporter>;
}

export const formats: Readonly<Record<string, Format>> = {
  terminal: {
    about: 'to read at once: one draft as a gap report, several as a table',
    commands: ['score', 'report'],
    load: async () => (await import('./terminal.ts')).terminalReport,
  },
  markdown: {
    about: 'a document to hand in',
    commands: ['score', 'report'],
    load: async () => (await import('./markdown.ts')).markdownReport,
  },
  json: {
    about: 'everything, unrounded, for other programs',
    commands: ['score', 'report'],
    load: async () => (await import('./json.ts')).jsonReport,
  },
  ndjson: {
    about: 'one assessment a line, as it goes',
    commands: ['score'],
    load: async () => (await import('./ndjson.ts')).ndjsonReport,
  },
};

/** Names of the formats that a command makes, in the order of the registry. */
export function formatNames(command: 'score' | 'report'): string[] {
  return Object.keys(formats).filter((name) => formats[name]?.commands.includes(command));
}
