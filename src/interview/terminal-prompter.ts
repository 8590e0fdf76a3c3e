import { createPrompt, isEnterKey, type KeypressEvent, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { select } from '@inquirer/prompts';
import { visible } from '../text/visible.ts';
import { type Back, back, type Prompter } from './prompter.ts';
import { tell } from './tell.ts';

type Input = NodeJS.ReadStream;
type Output = NodeJS.WriteStream;

/** A key press as readline tells it; `sequence` is what was typed. */
type Key = KeypressEvent & { readonly sequence?: string };

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
  return [`${config.message} ${chosen ?? ''}`, wrong === '' ? '' : tell('wrong-key', { key: wrong })];
});

const textPrompt = createPrompt<string | Back, { message: string; initial: string }>((config, done) => {
  const [before, setBefore] = useState('');
  // Typed in for the user: a control character in it would be a key.
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
      // A passage copied from a PDF has line breaks; taken for Enter, its second line would answer the next prompt.
      setBefore(`${before}${line} `);
      setLine('');
    } else if (isEnterKey(event)) {
      const text = `${before}${line}`;
      done((text === initial ? config.initial : text).replace(/\s+/g, ' ').trim());
    } else setLine(readline.line);
  });
  return `${config.message} ${before}${line}`;
});

/** Asks on a real terminal. Prompts are drawn on `output`, standard error, so that standard output holds the report alone. */
export function terminalPrompter(input: Input, output: Output): Prompter {
  const context = { input, output };
  return {
    width: () => Math.min(Math.max(output.columns ?? 80, 40), 100),
    print: (text) => void output.write(text),
    key: (message, keys) => keyPrompt({ message: visible(message), keys }, context),
    text: async (message, initial) => {
      output.write('\u001b[?2004h');
      try {
        return await textPrompt({ message: visible(message), initial }, context);
      } finally {
        output.write('\u001b[?2004l');
      }
    },
    choose: (message, choices) =>
      select(
        {
          message: visible(message),
          choices: choices.map(({ name, value }) => ({ name: visible(name), value })),
          pageSize: 16,
          loop: false,
        },
        context,
      ),
  };
}
