import { plainStyle, type Style } from '../../report/write/style.ts';
import type { Io, Stream } from '../../run/io.ts';

/**
 * Colour for one stream. chalk alone ignores NO_COLOR, so the order is ours: --no-color, then FORCE_COLOR, then NO_COLOR, then a
 * terminal that says it is dumb, then whether there is a terminal at all.
 */
export async function styleFor(stream: Stream, env: Io['env'], colour: boolean): Promise<Style> {
  if (!colour || !wantsColour(stream, env)) return plainStyle;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, fair: chalk.yellow, bad: chalk.red };
}

function wantsColour(stream: Stream, env: Io['env']): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['NO_COLOR']) return false;
  if (env['TERM'] === 'dumb') return false;
  return stream.isTTY === true;
}
