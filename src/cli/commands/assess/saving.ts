import type { Clash } from '../../../answers/answers-text.ts';
import { type OutsideChange, UnsavedChange } from '../../../answers/open-file.ts';
import { removeRecoveryCopy, writeRecoveryCopy } from '../../../answers/recovery-copy.ts';
import type { AnswersStore } from '../../../answers/store.ts';
import { describeClash } from '../../../interview/clash.ts';
import type { Ask } from '../../../interview/state.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { plainStyle } from '../../../report/write/style.ts';
import { CompassError, problemHint, problemMessage } from '../../../source/problem.ts';
import { Interrupted, interruptions } from './interrupted.ts';
import type { Prompter } from './prompter.ts';
import type { Screen } from './screen/frame.ts';
import { paragraph } from './screen/lines.ts';

/** An interview that ends with its last answer not in the file. */
export class LeftUnsaved extends CompassError {
  readonly exitCode: number;
  /** The content of the whole file with the answer, if it could not be saved in any folder. */
  readonly text: string | undefined;

  constructor(file: string, kept: string | undefined, text: string, exitCode: number) {
    super([
      kept === undefined
        ? { code: 'unsaved-nowhere', args: {}, source: file }
        : { code: 'unsaved', args: { saved: kept }, source: file },
    ]);
    this.exitCode = exitCode;
    this.text = kept === undefined ? text : undefined;
  }
}

/** The reviewer leaves an entry as others have made it in the file: what was asked has to be asked again. */
export class TheirsKept extends Error {}

/** Exit code of an interview that the reviewer stops with an answer unsaved: it could not be done. */
const cannotSave = 2;

/** The same store, but if an answer can't be saved, it asks the reviewer what to do. The answer is kept meanwhile. */
export function savingStore(store: AnswersStore, prompter: Prompter): AnswersStore {
  const save = (attempt: () => Promise<void>): Promise<void> => untilSaved(store, prompter, attempt);
  // A field of the draft that is left as the file has it need not be asked for again.
  const saveOrLeave = (attempt: () => Promise<void>): Promise<void> =>
    save(attempt).catch((error: unknown) => {
      if (!(error instanceof TheirsKept)) throw error;
    });
  return {
    ...store,
    setDraft: (draft) => saveOrLeave(() => store.setDraft(draft)),
    setReviewer: (reviewer) => saveOrLeave(() => store.setReviewer(reviewer)),
    setAnswer: (id, answer) => save(() => store.setAnswer(id, answer)),
    setStep: (id, answer) => save(() => store.setStep(id, answer)),
    setFlag: (id, answer) => save(() => store.setFlag(id, answer)),
  };
}

/** The line that says what others did to the file. */
export function outsideChangeLine(file: string, change: OutsideChange): string {
  if (change.kind === 'gone') return phrase('saving', 'gone', { file });
  const { changed } = change;
  const shown = 3;
  const list = listed(changed.slice(0, shown)) || phrase('saving', 'comments');
  const more = changed.length - shown;
  return phrase('saving', 'merged', { file, changed: more > 0 ? phrase('saving', 'merged-more', { list, n: more }) : list });
}

/** @throws LeftUnsaved if the reviewer gives up, TheirsKept if theirs is to stay */
async function untilSaved({ path, name }: AnswersStore, prompter: Prompter, attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await attempt();
      if (tries > 0) prompter.tell(phrase('saving', 'saved-after-all', { file: name }));
      return;
    } catch (error) {
      if (!(error instanceof UnsavedChange)) throw error;
      const kept = await writeRecoveryCopy(path, error.text);
      const leave = (exitCode: number): LeftUnsaved => new LeftUnsaved(name, kept, error.text, exitCode);
      const screen = error.clash ? clashScreen(error.clash, name) : troubleScreen(error, kept);
      const input = await prompter.ask(screen).catch((interrupted: unknown) => {
        throw interrupted instanceof Interrupted ? leave(interruptions[interrupted.by]) : interrupted;
      });
      if (input.kind === 'key' && input.key === 'q') throw leave(cannotSave);
      if (kept !== undefined) await removeRecoveryCopy(kept, error.text);
      if (input.kind === 'number' && input.number === theirsFirst) throw new TheirsKept();
    }
  }
}

/** The number of the choice that keeps what the file has; the other replaces it. */
const theirsFirst = 1;

/** A question about saving, below lines that are wrapped with their indent. */
function screenOf(
  lines: readonly { readonly text: string; readonly indent?: number }[],
  ask: Extract<Ask, { kind: 'key' }>,
): Screen {
  return {
    ask,
    remarks: [],
    style: plainStyle,
    text: () => [],
    body: (width) => [{ lines: lines.flatMap(({ text, indent }) => paragraph(text, width, indent)) }],
  };
}

function clashScreen(clash: Clash, file: string): Screen {
  const { theirs, mine } = describeClash(clash);
  const lines = [
    { text: phrase('saving', 'clash', { id: clash.id ?? clash.section, file }) },
    { text: phrase('saving', 'clash-theirs', { answer: theirs }), indent: 2 },
    { text: phrase('saving', 'clash-mine', { answer: mine }), indent: 2 },
    { text: '' },
    { text: `1  ${phrase('saving', 'key-theirs')}`, indent: 2 },
    { text: `2  ${phrase('saving', 'key-mine')}`, indent: 2 },
  ];
  const numbers = { from: 1, to: 2, does: phrase('interview', 'key-answer') };
  return screenOf(lines, { kind: 'key', message: phrase('saving', 'trouble'), keys: [], numbers });
}

/** The most errors of a broken file that are shown. */
const problemsShown = 5;

function troubleScreen({ problems }: UnsavedChange, kept: string | undefined): Screen {
  const lines: { text: string; indent?: number }[] = [];
  for (const problem of problems.slice(0, problemsShown)) {
    const place = [problem.source, problem.line, problem.column].filter((part) => part !== undefined).join(':');
    lines.push({ text: `${place}: ${problemMessage(problem)}` });
    const hint = problemHint(problem);
    if (hint) lines.push({ text: hint, indent: 2 });
  }
  if (problems.length > problemsShown)
    lines.push({ text: phrase('saving', 'more-errors', { n: problems.length - problemsShown }) });
  lines.push({
    text: kept === undefined ? phrase('saving', 'kept-nowhere') : phrase('saving', 'kept-meanwhile', { saved: kept }),
  });
  const keys = [
    { key: 'enter', does: phrase('saving', 'key-again') },
    { key: 'q', does: phrase('saving', 'key-stop') },
  ];
  return screenOf(lines, { kind: 'key', message: phrase('saving', 'trouble'), keys });
}
