import { withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { linesOf, unwrapped, visible, wrapped } from '../../../text/plain-text.ts';
import type { BandKey, Block, Callout, Document, List, Paragraph, Role } from '../../document/blocks.ts';
import { headingText, unfolded } from '../../document/build.ts';
import { bandShade } from '../scale.ts';
import type { Style } from '../style.ts';
import { type Page, runsText } from './runs.ts';
import { tableText } from './table.ts';

/** Writes a document for a terminal of the given width. The text ends with a line break. Omits `chart` and `bar` blocks. */
export function writeTerminal({ blocks, closing = [], scale }: Document, { width, style }: Omit<Page, 'scale'>): string {
  const page: Page = { scale, width, style };
  let text = '';
  let previous: Block | undefined;
  for (const block of [...blocks, ...closing].flatMap(unfolded)) {
    const shown = blockText(block, page);
    if (shown === '') continue;
    if (previous) text += needsBlankLine(block, previous) ? '\n\n' : '\n';
    text += shown;
    previous = block;
  }
  return `${text}\n`;
}

const rolesAfterBlankLine: readonly (Role | undefined)[] = ['notice', 'verdict', 'entry', 'foot'];

/** Whether a blank line is printed before a block. Most blocks of one section are not separated. */
function needsBlankLine(block: Block, previous: Block): boolean {
  if (previous.kind === 'table') return true;
  switch (block.kind) {
    case 'heading':
      return true;
    case 'callout':
      return previous.kind !== 'callout' && (previous.kind !== 'heading' || previous.level === 1);
    case 'band-key':
      return previous.kind !== 'band-key';
    case 'table':
      return previous.kind !== 'heading';
    case 'paragraph':
      return rolesAfterBlankLine.includes(block.role) || (isWarning(block) && !isWarning(previous));
    case 'list':
      return block.spread === true;
    default:
      return false;
  }
}

function isWarning(block: Block): boolean {
  return block.kind === 'paragraph' && block.role === 'warning';
}

function blockText(block: Block, page: Page): string {
  const { width, style } = page;
  switch (block.kind) {
    case 'heading':
      return style.bold(wrapped(visible(headingText(block)), width));
    case 'facts':
      return block.facts.map(([name, value]) => wrapped(visible(withColon(name, value)), width)).join('\n');
    case 'paragraph':
      return paragraphText(block, page);
    case 'callout':
      return calloutText(block, page);
    case 'list':
      return listText(block, page);
    case 'table':
      return tableText(block, page);
    case 'band-key':
      return bandKeyText(block, page);
    default:
      return '';
  }
}

const indents: Partial<Readonly<Record<Role, number>>> = { detail: 4, 'sub-detail': 6, evidence: 2 };

const tones: Partial<Readonly<Record<Role, keyof Style>>> = {
  about: 'dim',
  ids: 'dim',
  note: 'dim',
  notice: 'dim',
  foot: 'dim',
  warning: 'fair',
};

function paragraphText({ runs, role }: Paragraph, page: Page): string {
  const text = wrapped(runsText(runs, page), page.width, (role && indents[role]) ?? 0);
  const tone = role && tones[role];
  // A warning may have a tone of its own.
  return tone && !runs.some((run) => run.tone) ? page.style[tone](text) : text;
}

function calloutText({ headline, runs, tone }: Callout, page: Page): string {
  const lines = [headline?.words ?? [], runs].filter((each) => each.length > 0);
  const text = lines.map((each) => wrapped(runsText(each, page), page.width)).join('\n');
  return tone ? page.style[tone](text) : text;
}

/** Writes the items. In a list without numbers, the second and later lines of an item are indented by two more columns. */
function listText({ items, role, start, spread }: List, page: Page): string {
  const indent = 2 + ((role && indents[role]) ?? 0);
  const numberWidth = String((start ?? 1) + items.length - 1).length;
  const texts = items.map((lines, item) =>
    lines
      .map((runs, line) => {
        const text = runsText(runs, page);
        if (start !== undefined) {
          const number = line === 0 ? String(start + item) : '';
          return numberedText(number.padEnd(numberWidth), text, indent, page.width);
        }
        return line > 0 ? wrapped(text, page.width, indent + 2) : itemText(text, page.width, indent, items.length > 1);
      })
      .join('\n'),
  );
  return texts.join(spread ? '\n\n' : '\n');
}

/** All lines of the text are aligned after the number. */
function numberedText(number: string, text: string, indent: number, width: number): string {
  const mark = `${' '.repeat(indent)}${number}  `;
  return mark + wrapped(text, width, mark.length).slice(mark.length);
}

/** In a list of several items, indents wrapped lines more, so that the beginning of each item is visible. */
function itemText(text: string, width: number, indent: number, isOneOfMany: boolean): string {
  const [first = '', ...rest] = linesOf(text, Math.max(20, width - indent));
  if (!isOneOfMany || rest.length === 0) return wrapped(text, width, indent);
  return `${' '.repeat(indent)}${first}\n${wrapped(unwrapped(rest), width, indent + 4)}`;
}

function bandKeyText({ shades, note }: BandKey, { scale, width, style }: Page): string {
  const key = scale.map(({ id, title }) =>
    phrase('compare', 'heat-legend', { shade: bandShade(scale, id), band: visible(title) }),
  );
  const lines = [shades ? key.join('   ') : '', visible(note ?? '')].filter((line) => line !== '');
  return lines.map((line) => style.dim(wrapped(line, width))).join('\n');
}
