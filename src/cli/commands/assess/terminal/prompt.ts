import { Writable } from 'node:stream';
import { createPrompt, useEffect, useKeypress, useState } from '@inquirer/core';
import type { Input } from '../../../../interview/state.ts';
import { extentFor, frameFor, type Screen, widthFor } from '../screen/frame.ts';
import { type Local, localFor, type Press, react } from '../screen/local.ts';
import type { Terminal } from './terminal.ts';

/** How a screen was left: with an answer, or for the editor with the text that was typed. */
export type Outcome = { readonly input: Input } | { readonly edit: string };

interface Config {
  readonly screen: Screen;
  readonly terminal: Terminal;
  /** The text to begin with, if it is not the one of the screen: it comes from the editor. */
  readonly text?: string;
  /** Called with the typed text after every key. */
  readonly typed: (text: string) => void;
}

/**
 * The one prompt of the interview: a whole screen. Inquirer calls it again after every change of its state. It draws the screen
 * itself, since Inquirer can only draw below the line of a prompt.
 */
const prompt = createPrompt<Outcome, Config>(({ screen, terminal, text, typed }, done) => {
  const begun = localFor(screen.ask, text, screen.start?.(widthFor(terminal.size())));
  const [local, setLocal] = useState<Local>(begun);
  const [, setDrawings] = useState(0);
  useEffect(() => {
    let drawings = 0;
    const redraw = (): void => setDrawings(++drawings);
    terminal.listen({ isText: screen.ask.kind === 'text', redraw });
    return () => terminal.stopListening();
  }, []);
  useKeypress((event) => {
    const { press } = event as unknown as { readonly press?: Press };
    if (!press) return;
    const reaction = react(screen.ask, local, press, extentFor(screen, terminal.size()));
    if ('local' in reaction) {
      typed(reaction.local.typing.text);
      return setLocal(reaction.local);
    }
    terminal.stopListening();
    // The key is shown at once, since a save may have to wait.
    if (screen.ask.kind === 'key' && 'key' in press && /^[!-~]$/.test(press.key))
      terminal.draw(frameFor(screen, { ...local, digits: local.digits + press.key, remark: '' }, terminal.size()));
    done(reaction);
  });
  terminal.draw(frameFor(screen, local, terminal.size()));
  return '';
});

/** Asks with a screen. Rejects like a prompt of Inquirer if the signal is aborted or Ctrl-C is pressed. */
export function promptWith(config: Config, signal: AbortSignal): Promise<Outcome> {
  const nowhere = new Writable({ write: (_chunk, _encoding, written) => written() });
  const { keyboard } = config.terminal;
  return prompt(config, { input: keyboard, output: nowhere, signal });
}
