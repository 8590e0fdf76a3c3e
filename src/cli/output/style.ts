import { plainStyle, type Style } from '../../report/write/style.ts';
import type { Io, Stream } from '../../run/io.ts';

/**
 * The colours for one stream. chalk ignores NO_COLOR, so the order is our own: --no-color, FORCE_COLOR, NO_COLOR, TERM=dumb, and then
 * whether the stream is a terminal.
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
