import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface Option<Value> {
  readonly value: Value;
  readonly text: string;
  /** The key that chooses it. */
  readonly letter?: string;
  /** The language of the text, if it is not that of the page. */
  readonly lang?: string | undefined;
  /** A choice for few cases, shown smaller than the others. */
  readonly isRare?: boolean;
  readonly hint?: string;
}

interface Props<Value> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | null | undefined;
  readonly onChoose: (value: Value) => void;
  /** Whether the options stand side by side. */
  readonly isInline?: boolean;
  readonly children?: ComponentChildren;
}

/** One of several answers: native radio buttons whose whole line can be clicked. */
export function Choices<Value>({ legend, options, chosen, onChoose, isInline, children }: Props<Value>): JSX.Element {
  const name = useId();
  return (
    <fieldset class={isInline ? 'choices inline' : 'choices'}>
      <legend>{legend}</legend>
      {options.map(({ value, text, letter, lang, isRare, hint }) => (
        <label key={text} class={isRare ? 'choice rare' : 'choice'}>
          <input type="radio" name={name} checked={chosen === value} data-key={letter} onChange={() => onChoose(value)} />
          {letter !== undefined && (
            <span class="key" aria-hidden={!isNumber(letter)}>
              {letter}
            </span>
          )}
          <span dir="auto" lang={lang}>
            {text}
            {hint !== undefined && <small>{hint}</small>}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** The number of a level is part of its name; a letter is only a key. */
function isNumber(letter: string): boolean {
  return /^\d$/.test(letter);
}
