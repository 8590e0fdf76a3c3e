import type { Block, Cell, Heading, List, Paragraph, Role, Run, Runs } from './blocks.ts';

/** A block as formats show it that fold nothing. */
export function unfolded(block: Block): readonly Block[] {
  if (block.kind !== 'details') return [block];
  const { summary, titled } = block;
  const line = titled ? [paragraph([emphasis(summary)])] : [];
  const title: Block[] = titled === 'heading' ? [{ kind: 'heading', level: 3, text: summary }] : line;
  return [...title, ...block.blocks.flatMap(unfolded)];
}

export function plain(text: string): Run {
  return { text };
}

export function strong(text: string): Run {
  return { text, set: 'strong' };
}

export function emphasis(text: string): Run {
  return { text, set: 'emphasis' };
}

export function code(text: string): Run {
  return { text, set: 'code' };
}

/** The id of a question, which leads to where it is told in full. */
export function idOf(id: string, words?: string): Run {
  return { text: id, set: 'code', to: id, ...(words !== undefined && { words }) };
}

export function paragraph(runs: Runs | string, role?: Role | undefined): Paragraph {
  const content = typeof runs === 'string' ? [plain(runs)] : runs;
  return { kind: 'paragraph', runs: content, ...(role && { role }) };
}

export function list(items: readonly (readonly Runs[])[], role?: Role): List {
  return { kind: 'list', items, ...(role && { role }) };
}

/** Runs with something between them. */
export function joined(runs: Runs, between: string): Run[] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [plain(between), run]));
}

/** A cell of plain words; an empty one where there are none. */
export function words(text: string): Cell {
  return text === '' ? [] : [plain(text)];
}

/** A heading with its number. */
export function headingText({ number, text }: Pick<Heading, 'number' | 'text'>): string {
  return number === undefined ? text : `${number}. ${text}`;
}

/** A heading of a section, with its anchor. */
export function section(id: string, text: string, number?: number): Heading {
  return { kind: 'heading', level: 2, text, id, ...(number !== undefined && { number }) };
}

/** Lines of plain words as a list. */
export function listOf(lines: readonly string[], role?: Role): List {
  return list(
    lines.map((line) => [[plain(line)]]),
    role,
  );
}
