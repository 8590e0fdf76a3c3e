import { createPrompt, isEnterKey, type KeypressEvent, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { select } from '@inquirer/prompts';
import { phrase } from '../../../../messages/phrases.ts';
import { activeLanguage } from '../../../../text/language.ts';
import { visible } from '../../../../text/visible.ts';
import { Interrupted, type Interruption } from '../interrupted.ts';
import { type Back, back, type Prompter } from './prompter.ts';

type Input = NodeJS.ReadStream;
type Output = NodeJS.WriteStream;

/** A key press as readline reports it; `sequence` is what was typed. */
type Key = KeypressEvent & { readonly sequence?: string };

interface TextConfig {
  readonly message: string;
  readonly initial: string;
  /** Called with the current text after every key. */
  readonly typed: (text: string) => void;
}

const keyPrompt = createPrompt<string, { message: string; keys: readonly string[] }>((config, done) => {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [wrong, setWrong] = useState('');
  useKeypress((event, readline) => {
    const { name, sequence } = event as Key;
    readline.clearLine(0);
    const key = name === 'escape' ? 'b' : (sequence ?? name);
    const match = config.keys.find((each) => each === key || each === key?.toLowerCase());
    if (chosen !== undefined) return;
    if (match === undefined) return setWrong(/^[!-~]$/.test(sequence ?? '') ? (sequence ?? '') : '');
    setWrong('');
    setChosen(match);
    done(match);
  });
  return [`${config.message} ${chosen ?? ''}`, wrong === '' ? '' : phrase('interview', 'wrong-key', { key: wrong })];
});

const textPrompt = createPrompt<string | Back, TextConfig>((config, done) => {
  const [before, setBefore] = useState('');
  // Passed to readline as if typed, so a control character in it would act as a key.
  const initial = visible(config.initial);
  const [line, setLine] = useState(initial);
  const pasting = useRef(false);
  useEffect((readline) => {
    if (initial !== '') readline.write(initial);
  }, []);
  useKeypress((event, readline) => {
    const { name } = event as Key;
    if (name === 'paste-start') pasting.current = true;
    else if (name === 'paste-end') pasting.current = false;
    else if (name === 'escape') done(back);
    else if (isEnterKey(event) && pasting.current) {
      // A passage copied from a PDF has line breaks. If one were taken for Enter, the second line would answer the next prompt.
      setBefore(`${before}${line} `);
      setLine('');
      config.typed(inOneLine(`${before}${line}`));
    } else if (isEnterKey(event)) done(inOneLine(`${before}${line}` === initial ? config.initial : `${before}${line}`));
    else {
      setLine(readline.line);
      config.typed(inOneLine(`${before}${readline.line}`));
    }
  });
  return `${config.message} ${before}${line}`;
});

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Asks on a real terminal. Prompts are drawn on `output`, standard error, so that standard output holds the report alone.
 * @param interruption aborting it ends the current prompt; its reason is the name of the signal. Ctrl-C at a prompt aborts it with
 *   SIGINT
 */
export function terminalPrompter(input: Input, output: Output, interruption: AbortController): Prompter {
  const { signal } = interruption;
  const context = { input, output, signal };
  const reason = (): Interruption => signal.reason as Interruption;
  const ask = async <Value>(prompt: () => Promise<Value>, typed = (): string => ''): Promise<Value> => {
    if (signal.aborted) throw new Interrupted(reason());
    try {
      return await prompt();
    } catch (error) {
      if (!(error instanceof Error) || !['ExitPromptError', 'AbortPromptError'].includes(error.name)) throw error;
      if (!signal.aborted) interruption.abort('SIGINT');
      throw new Interrupted(reason(), typed());
    }
  };
  return {
    width: () => Math.min(Math.max(output.columns ?? 80, 40), 100),
    print: (text) => void output.write(text),
    key: (message, keys) => ask(() => keyPrompt({ message: visible(message), keys }, context)),
    text: async (message, initial) => {
      let atPrompt = '';
      const typed = (text: string): void => {
        atPrompt = text;
      };
      output.write('\u001b[?2004h');
      try {
        return await ask(
          () => textPrompt({ message: visible(message), initial, typed }, context),
          () => (atPrompt === inOneLine(visible(initial)) ? '' : atPrompt),
        );
      } finally {
        output.write('\u001b[?2004l');
      }
    },
    choose: (message, choices) => {
      const named = choices.map(({ name, value }) => ({ name: visible(name), value }));
      // The prompt names its keys in English.
      const theme = activeLanguage() === 'en' ? {} : { style: { keysHelpTip: () => phrase('interview', 'choose-keys') } };
      return ask(() => select({ message: visible(message), choices: named, pageSize: 16, loop: false, theme }, context));
    },
  };
}
