import type { JSX, Ref, TargetedInputEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly id: string;
  readonly label: string;
  /** What is saved. */
  readonly value: string;
  /** Called with the text as it is now, without spaces around it, at every change. */
  readonly onText: (text: string) => void;
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
  readonly hint?: string;
  /** What is wrong with what is typed; said at once. */
  readonly error?: string | undefined;
  readonly onBlur?: () => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field that keeps its own text, so that typing draws nothing else, and saves it at every change. It shows another saved text only
 * if that comes from elsewhere: an undo, another tab.
 */
export function TextField({
  id,
  label,
  value,
  onText,
  isLong = false,
  isRequired = false,
  hint,
  error,
  onBlur,
}: Props): JSX.Element {
  const field = useRef<Field>(null);
  const saved = useRef(value);
  useLayoutEffect(() => {
    const input = field.current;
    if (!input || value === input.value.trim()) return;
    input.value = value;
    grow(input);
  }, [value]);
  useLayoutEffect(() => grow(field.current), []);
  const shared = {
    id,
    dir: 'auto',
    defaultValue: saved.current,
    required: isRequired,
    'aria-describedby':
      [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error !== undefined,
    onBlur,
    onInput: ({ currentTarget }: TargetedInputEvent<Field>) => {
      grow(currentTarget);
      onText(currentTarget.value.trim());
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isLong ? (
        <textarea {...shared} rows={2} ref={field as Ref<HTMLTextAreaElement>} />
      ) : (
        <input {...shared} type="text" autocomplete="off" ref={field as Ref<HTMLInputElement>} />
      )}
      {error !== undefined && (
        <p role="alert" class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

const growsAlone = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** Makes a field as high as its text, in a browser whose fields don't grow by themselves. */
function grow(field: Field | null): void {
  if (growsAlone || !(field instanceof HTMLTextAreaElement)) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
