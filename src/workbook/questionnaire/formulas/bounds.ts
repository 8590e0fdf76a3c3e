import type { PreparedRubric, ScoredFeature, ScoredQuestion } from '../../../core/rubric.ts';
import { columnLetters, quotedSheet } from '../../address.ts';
import type { Cell, Row, Sheet } from '../../sheets.ts';
import type { Parts } from '../parts.ts';
import { stateCell } from './cells.ts';

/** The cells with the bounds of a feature in which conditions decide what is asked. */
export interface FeatureBoundCells {
  /** The weights that count at most, and at least, added. */
  readonly units: string;
  readonly leastUnits: string;
  readonly low: string;
  readonly high: string;
}

/**
 * Steps of Dinkelbach's method for each bound. Each is at least as good as the one before; it ends after two or three, and no rubric of
 * the tests needs more than five.
 */
const steps = 8;

/** What a pass makes as small as it can, of what a filling gets (`got`) and the weights that count in it (`units`). */
type Cost = (got: string, units: string) => string;

/** The columns of a pass after those with the costs of the levels. */
type PassColumn = 'best' | 'cost' | 'got' | 'units';
const passColumns: readonly PassColumn[] = ['best', 'cost', 'got', 'units'];

/** Where a pass stands: a block of columns, which has one row for each question, below a row for its sums. */
interface Pass {
  readonly cost: Cost;
  /** Of its first column, from 1. */
  readonly column: number;
}

/** The questions that decide on a feature, with the rows in which they stand. */
interface Block {
  readonly scored: ScoredFeature;
  /** In topological order. */
  readonly questions: readonly ScoredQuestion[];
  /** The row with the sums of its passes; the questions follow. */
  readonly row: number;
  /** Columns that a pass takes. */
  readonly width: number;
}

/**
 * The hidden sheet that searches all ways of filling the blanks of a feature for the worst and the best, as `core/bounds.ts` does. A
 * pass finds the filling with the least cost from the last question to the first; the next one takes its mean.
 * @returns undefined if no feature has conditions
 */
export function boundsSheet(
  parts: Parts,
): { readonly sheet: Sheet; readonly cells: ReadonlyMap<string, FeatureBoundCells> } | undefined {
  const blocks = blocksOf(parts.prepared);
  if (blocks.length === 0) return undefined;
  const name = quotedSheet(parts.names.bounds);
  const rows: Row[] = [];
  const cells = new Map<string, FeatureBoundCells>();
  for (const block of blocks) {
    const built = blockRows(parts, block);
    rows.push(...built.rows);
    const at = (cell: string): string => `${name}!${cell}`;
    const { units, leastUnits, low, high } = built.cells;
    cells.set(block.scored.feature.id, { units: at(units), leastUnits: at(leastUnits), low: at(low), high: at(high) });
  }
  return { sheet: { name: parts.names.bounds, columns: [], rows, hidden: true, locked: true }, cells };
}

function blocksOf(prepared: PreparedRubric): Block[] {
  const levels = prepared.features.flatMap(({ questions }) => questions.map(({ values }) => values.length));
  const width = Math.max(...levels) + passColumns.length;
  const blocks: Block[] = [];
  let row = 1;
  for (const scored of prepared.features) {
    const questions = deciding(prepared, scored);
    if (!questions.some(({ question }) => question.when)) continue;
    blocks.push({ scored, questions, row, width });
    row += questions.length + 1;
  }
  return blocks;
}

/** The questions of a feature and all that their conditions depend on, in topological order. */
function deciding({ questionsInTopologicalOrder }: PreparedRubric, { feature }: ScoredFeature): ScoredQuestion[] {
  const parents = new Set<string>();
  const found: ScoredQuestion[] = [];
  for (const scored of questionsInTopologicalOrder.toReversed()) {
    if (scored.feature !== feature && !parents.has(scored.question.id)) continue;
    found.push(scored);
    if (scored.question.when) parents.add(scored.question.when.question);
  }
  return found.reverse();
}

function blockRows(parts: Parts, block: Block): { rows: Row[]; cells: FeatureBoundCells } {
  const passes: Pass[] = [];
  const add = (cost: Cost): Pass => {
    const pass = { cost, column: passes.length * (block.width + 1) + 1 };
    passes.push(pass);
    return pass;
  };
  const least = add((_, units) => units);
  const most = add((_, units) => `-(${units})`);
  const search = (sign: '' | '-'): string => {
    let last = most;
    for (let step = 0; step < steps; step++) {
      const mean = sumCell(block, last, 0);
      last = add((got, units) => `${sign}(${got}-${mean}*(${units}))`);
    }
    return sumCell(block, last, 0);
  };
  const cells = { units: sumCell(block, most, 1), leastUnits: sumCell(block, least, 1), low: search(''), high: search('-') };
  const questionRows = block.questions.map((question) =>
    passes.flatMap((pass) => [...passCells(parts, block, pass, question), undefined]),
  );
  const sums = passes.flatMap((pass, index) => [...sumCells(block, pass, passes[beforeIn(index)]), undefined]);
  return { rows: [{ cells: sums }, ...questionRows.map((cellsOf) => ({ cells: cellsOf }))], cells };
}

/** The pass whose mean a pass keeps if it finds nothing: the searches for both bounds begin with the second pass. */
function beforeIn(index: number): number {
  return index === 2 + steps ? 1 : index - 1;
}

/** The mean of the filling that a pass found (0), or the weights that count in it (1). */
function sumCell({ row }: Block, { column }: Pass, which: 0 | 1): string {
  return `$${columnLetters(column + which)}$${row}`;
}

function sumCells(block: Block, pass: Pass, before: Pass | undefined): (Cell | undefined)[] {
  const roots = block.questions.filter(({ question }) => !question.when);
  const sum = (column: 'got' | 'units'): string => roots.map((root) => passCell(block, pass, root, column)).join('+') || '0';
  const units = sumCell(block, pass, 1);
  const kept = before ? sumCell(block, before, 0) : '0';
  return [
    { formula: `IF(${units}>0,(${sum('got')})/${units},${kept})` },
    { formula: sum('units') },
    ...Array.from({ length: block.width - 2 }, () => undefined),
  ];
}

/** The cell of a question in a pass. */
function passCell({ questions, row, width }: Block, { column }: Pass, question: ScoredQuestion, which: PassColumn): string {
  const right = width - passColumns.length + passColumns.indexOf(which);
  return `$${columnLetters(column + right)}$${row + 1 + questions.indexOf(question)}`;
}

function passCells(parts: Parts, block: Block, pass: Pass, each: ScoredQuestion): (Cell | undefined)[] {
  const { question, values, feature, shownValues } = each;
  const states = quotedSheet(parts.names.states);
  const state = stateCell(parts, question.id, states);
  const level = stateCell(parts, question.id, states, 'level');
  const weight = feature === block.scored.feature ? Number(each.weight.num) / Number(each.weight.den) : 0;
  const below = (at: number, column: PassColumn): string =>
    (parts.prepared.dependants.get(question.id) ?? [])
      .filter((dependant) => block.questions.includes(dependant) && at >= (dependant.question.when?.atLeast ?? 0))
      .map((dependant) => `+${passCell(block, pass, dependant, column)}`)
      .join('');
  const own = (at: number): string => (weight === 0 ? '0' : pass.cost(String(weight * (shownValues[at] ?? 0)), String(weight)));
  const costs = values.map((_, at) => ({ formula: `IF(OR(${state}=1,${level}=${at}),${own(at)}${below(at, 'cost')},1E+99)` }));
  const first = columnLetters(pass.column);
  const last = columnLetters(pass.column + values.length - 1);
  const row = block.row + 1 + block.questions.indexOf(each);
  const range = `$${first}$${row}:$${last}$${row}`;
  const best = passCell(block, pass, each, 'best');
  const chosen = (of: (at: number) => string): Cell => ({
    formula: `IF(${state}<=1,CHOOSE(${best},${values.map((_, at) => of(at)).join(',')}),0)`,
  });
  return [
    ...costs,
    ...Array.from({ length: block.width - passColumns.length - values.length }, () => undefined),
    { formula: `MATCH(MIN(${range}),${range},0)` },
    { formula: `IF(${state}<=1,MIN(${range}),0)` },
    chosen((at) => `${weight * (shownValues[at] ?? 0)}${below(at, 'got')}`),
    chosen((at) => `${weight}${below(at, 'units')}`),
  ];
}
