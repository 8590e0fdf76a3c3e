import { translated } from './active.ts';
import compare from './en/compare.json' with { type: 'json' };
import docx from './en/docx.json' with { type: 'json' };
import files from './en/files.json' with { type: 'json' };
import findings from './en/findings.json' with { type: 'json' };
import form from './en/form.json' with { type: 'json' };
import html from './en/html.json' with { type: 'json' };
import imports from './en/import.json' with { type: 'json' };
import interview from './en/interview.json' with { type: 'json' };
import keeping from './en/keeping.json' with { type: 'json' };
import notes from './en/notes.json' with { type: 'json' };
import panel from './en/panel.json' with { type: 'json' };
import reading from './en/reading.json' with { type: 'json' };
import report from './en/report.json' with { type: 'json' };
import robustness from './en/robustness.json' with { type: 'json' };
import rubric from './en/rubric.json' with { type: 'json' };
import saving from './en/saving.json' with { type: 'json' };
import survey from './en/survey.json' with { type: 'json' };
import values from './en/values.json' with { type: 'json' };
import versions from './en/versions.json' with { type: 'json' };
import workbook from './en/workbook.json' with { type: 'json' };
import { type Args, fill } from './fill.ts';

const messages = {
  report,
  findings,
  compare,
  notes,
  values,
  versions,
  rubric,
  files,
  html,
  panel,
  docx,
  saving,
  interview,
  keeping,
  robustness,
  reading,
  form,
  survey,
  import: imports,
  workbook,
};

/** The files of the catalogue whose entries are single sentences. */
export type Section = keyof typeof messages;

/**
 * A sentence of the catalogue: the one way to what compass says.
 * @returns the entry with its placeholders filled; a placeholder without an argument stays as it is
 */
export function phrase<S extends Section>(section: S, key: keyof (typeof messages)[S] & string, args: Args = {}): string {
  return fill(String(translated(section, key) ?? (messages[section] as Readonly<Record<string, unknown>>)[key]), args);
}
