import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { root } from '../fixtures/bundled.ts';

/** Three words in a row, each a placeholder or lower-case letters, at least one of them a real word. */
const sentence = /(?<![\w-])(?=[^|]*[a-z]{2})(?:[A-Za-z][a-z']*|\{\}) (?:[a-z']+|\{\}) (?:[a-z']+|\{\})(?![\w-])/;

/** What looks like a sentence and is none that a translator may change, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  '{} is below {}': 'core: `because` in the JSON output, which other programs read',
  '{} does not apply': 'core: `because` in the JSON output',
  '{} is not applicable': 'core: `because` in the JSON output',
  '{}, inserting {} {}': 'draft: a label, the same in every language, and read back as a citation',
  'date last action': 'survey: a heading that LimeSurvey writes',
  'for the full parser': 'the name of a symbol',
};

/** Files whose strings are words of a language or a style sheet, not sentences. */
const wordLists = ['src/draft/search/stem.ts', 'src/draft/structure/amendments/unquoted.ts', 'src/report/write/html/style.ts'];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The strings of a source file that a user may come to read: `{}` in place of each placeholder, `|` of each tag. */
function sentencesOf(source: string, lang: 'ts' | 'tsx' = 'ts'): string[] {
  return textsIn(parseAst(source, { lang })).filter((text) => sentence.test(withoutCommands(text)));
}

/** A command line to copy is the same in every language. */
function withoutCommands(text: string): string {
  return text.replace(/^ *compass .*$/gm, '');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Partial<Node>;
  return isForProgrammers(node) ? [] : [...textOf(node), ...Object.values(node).flatMap(textsIn)];
}

/** Types, errors of the programmer, and lists of names that are split at their spaces. */
function isForProgrammers({ type = '', callee, arguments: given }: Partial<Node>): boolean {
  const called = callee as Node | undefined;
  const [first] = (given ?? []) as readonly Node[];
  if (type === 'NewExpression') return /^(?:Range|Type)?Error$/.test(String(called?.['name']));
  if (type === 'CallExpression' && called?.type === 'Super') return true;
  if (type === 'CallExpression')
    return first?.['value'] === ' ' && (called?.['property'] as Node | undefined)?.['name'] === 'split';
  return /^TS.*Type$/.test(type);
}

function textOf({ type, quasis, value }: Partial<Node>): string[] {
  const pieces = (quasis ?? []) as readonly { readonly value: { readonly cooked: string } }[];
  const text = type === 'TemplateLiteral' ? pieces.map((piece) => piece.value.cooked).join('{}') : String(value);
  return type === 'TemplateLiteral' || type === 'Literal' || type === 'JSXText' ? [text.replace(/<[^>]*>/g, '|')] : [];
}

describe('no sentence that a user reads stands in code', () => {
  it('but in the catalogue', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: root, ignore: ['src/messages/**', 'src/schema/**', ...wordLists] });
    const found = files.flatMap((file) =>
      sentencesOf(readFileSync(join(root, file), 'utf8'), file.endsWith('x') ? 'tsx' : 'ts').map((text) => ({ file, text })),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(found.filter(({ text }) => !Object.hasOwn(allowed, text))).toEqual([]);
    expect(Object.keys(allowed).filter((text) => !found.some((each) => each.text === text))).toEqual([]);
  });

  const parsed = (code: string): string => `(${code.replaceAll('§', ['$', '{x}'].join(''))});`;

  it.each([
    ["write('Waiting for answers.')"],
    ['`§ of § laws`'],
    ["option('--min', 'fail where it is under this')"],
    ['html`<p>§ was not found</p>`'],
    ["{ about: 'a document to hand in' }"],
  ])('finds %s', (code) => {
    expect(sentencesOf(parsed(code))).toHaveLength(1);
  });

  it('finds the text of an element', () => {
    expect(sentencesOf('(<p>Waiting for answers.</p>);', 'tsx')).toHaveLength(1);
  });

  it.each([
    ["new RangeError('division by a number that is zero')"],
    ['html`<li class="§">§ §</li>`'],
    ["CompassError.of('unreadable', 'compass evidence find')"],
    ["'content intro listWrapUp'.split(' ')"],
    ["write('\\n  compass rubric lint my-rubric and more\\n')"],
  ])('lets %s be', (code) => {
    expect(sentencesOf(parsed(code))).toEqual([]);
  });
});
