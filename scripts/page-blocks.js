// Tables in the documentation that scripts make from data.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Puts each block between `<!-- NAME -->` and `<!-- end of NAME -->` in a page. With --check on the command line, it changes nothing:
 * it fails if the page is out of date.
 */
export function updatePage(page, blocks) {
  const before = readFileSync(page, 'utf8');
  const after = Object.entries(blocks).reduce((text, [name, block]) => withBlock(text, name, block), before);
  if (!process.argv.includes('--check')) writeFileSync(page, after);
  else if (after !== before) {
    const [name, script] = [fileURLToPath(page), process.argv[1]].map((path) => basename(path));
    console.error(`docs/${name} is out of date: run \`node scripts/${script}\`.`);
    process.exitCode = 1;
  }
}

function withBlock(text, name, block) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`the page has no block ${start} ... ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${block}\n\n${text.slice(to)}`;
}
