import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Conflict } from '../../../src/form/model/session.ts';
import { Browser, Disk } from './fake-platform.ts';
import { a, begin, c, fileWith, type Opened, settled } from './pages.ts';

const names = [
  ...['answer', 'reason', 'reason', 'evidence', 'tick', 'unexplained', 'undo', 'redo', 'save', 'save', 'save-as', 'open'],
  ...['other-hand', 'other-hand', 'mine', 'theirs', 'reload', 'bring-back', 'new', 'hear', 'hear', 'race', 'race'],
] as const;
const acts = fc.array(
  fc.record({ what: fc.constantFrom(...names), index: fc.nat(1), item: fc.constantFrom(a, c), value: fc.nat(3) }),
  { maxLength: 16 },
);
type Act = (typeof acts extends fc.Arbitrary<infer List> ? List : never) extends readonly (infer One)[] ? One : never;

const word = /w\d+\b/g;
const wordsIn = (value: unknown): string[] => (typeof value === 'string' ? value : JSON.stringify(value)).match(word) ?? [];

/** Two tabs of one browser and a file. Every reason and every quote is a word of its own, so that each can be found again. */
class World {
  readonly browser = new Browser();
  readonly pages: [Opened, Opened] = [begin(this.browser), begin(this.browser)];
  readonly disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1\n'));
  /** Words that somebody replaced, undid or decided against with both before their eyes. */
  readonly given = new Set<string>();
  readonly #entered: string[] = [];
  readonly #lost: string[] = [];
  readonly #settled: string[] = [];

  constructor() {
    const write = this.disk.write.bind(this.disk);
    this.disk.write = async (text) => {
      const gone = wordsIn(this.disk.text).filter((each) => !text.includes(each) && !this.given.has(each));
      if (gone.length > 0) this.#lost.push(`the file lost ${gone}`);
      await write(text);
    };
  }

  /** The words of each tab; those of the other hand are in none. */
  readonly #own = [new Set<string>(), new Set<string>()] as const;

  #word(index?: number): string {
    const next = `w${this.#entered.length}`;
    this.#entered.push(next);
    if (index !== undefined) this.#own[index]?.add(next);
    return next;
  }

  /**
   * An act that the reviewer sees the effect of: what is gone from the answers then is given up.
   * @param own the words that it may take away; any if absent
   */
  #knowingly({ session }: Opened, act: () => void, own?: ReadonlySet<string>): void {
    const before = this.#shown(session.state().assessment);
    act();
    const after = this.#shown(session.state().assessment);
    for (const each of before) if (!after.includes(each) && (own?.has(each) ?? true)) this.given.add(each);
  }

  #shown({ answers }: ReturnType<Opened['session']['state']>['assessment']): string[] {
    return wordsIn([...answers]);
  }

  async play({ what, index, item, value }: Act): Promise<void> {
    const page = this.pages[index === 0 ? 0 : 1];
    const { session, tab } = page;
    const { disk } = this;
    if (what === 'answer') session.chooseLevel(item.id, value);
    else if (what === 'reason') this.#knowingly(page, () => session.setReasons(item, this.#word(index)));
    else if (what === 'evidence') this.#knowingly(page, () => session.setEvidence(item, [{ quote: this.#word(index) }]));
    else if (what === 'tick') session.tick('f.c', ['x', 'y', 'z', 'x'][value] ?? 'x', true);
    else if (what === 'unexplained') session.setNotApplicable(item.id, '');
    else if (what === 'undo') this.#knowingly(page, () => session.undo(), this.#own[index]);
    else if (what === 'redo') this.#knowingly(page, () => session.redo(), this.#own[index]);
    else if (what === 'save') await this.#saved(page, session.saveFile);
    else if (what === 'save-as') await this.#saved(page, session.saveFileAs);
    else if (what === 'open') {
      tab.opens = { name: disk.name, text: disk.text, handle: disk };
      await session.openFile();
    } else if (what === 'other-hand') this.#otherHand(item.id, value);
    else if (what === 'mine' || what === 'theirs') await this.#settle(page, what);
    else if (what === 'reload') {
      session.flush();
      this.browser.close(tab);
      tab.wait();
      this.pages[index === 0 ? 0 : 1] = begin(this.browser);
    } else if (what === 'bring-back') {
      const copies = session.earlierCopies();
      const copy = copies[value % Math.max(1, copies.length)];
      if (copy) session.bringBack(copy);
    } else if (what === 'race') this.#race(index, item);
    else if (what === 'new') session.startNew();
    else tab.wait();
    if (['undo', 'redo', 'bring-back', 'new', 'open'].includes(what)) this.#settled.length = 0;
  }

  /** Both tabs write, and one has not seen what the other wrote. */
  #race(index: number, item: Act['item']): void {
    this.hearAll();
    const [own, other] = index === 0 ? this.pages : [this.pages[1], this.pages[0]];
    this.browser.fallBehind(own.tab);
    this.#knowingly(other, () => other.session.setReasons(item, this.#word(1 - index)));
    other.session.flush();
    this.#knowingly(own, () => own.session.setReasons(a, this.#word(index)));
    own.session.flush();
    own.tab.wait();
    this.hearAll();
  }

  async #saved({ tab }: Opened, save: () => Promise<void>): Promise<void> {
    tab.chooses = this.disk;
    await save();
  }

  /** Another program changes one answer of the file. */
  #otherHand(id: string, level: number): void {
    const next = `  ${id}: { level: ${level}, rationale: ${this.#word()} }\n`;
    const lines = this.disk.text.split(/^(?= {2}f\.|\w)/m);
    const at = lines.findIndex((line) => line.startsWith(`  ${id}:`));
    if (at !== -1) for (const each of wordsIn(lines[at])) this.given.add(each);
    if (at === -1) lines.splice(lines.findIndex((line) => line.startsWith('answers:')) + 1, 0, next);
    else lines[at] = next;
    this.disk.text = lines.join('');
    if (!this.disk.text.includes('answers:')) this.disk.text += `answers:\n${next}`;
  }

  async #settle({ session }: Opened, keep: 'mine' | 'theirs'): Promise<void> {
    const [conflict] = session.state().conflicts;
    if (!conflict) return;
    const shown = [...wordsIn(conflict.mine), ...wordsIn(conflict.theirs), ...wordsIn(keyOf(conflict))];
    const before = this.#shown(session.state().assessment);
    for (const each of shown) this.given.add(each);
    session.settleConflict(conflict, keep);
    const after = this.#shown(session.state().assessment);
    for (const each of before) if (!after.includes(each)) this.given.add(each);
    // If the other tab has gone on with other answers, the settled ones are in a copy, and those may have the same conflict.
    const isLeft = session.state().message?.text.includes('went on with other answers');
    if (!isLeft) this.#settled.push(keyOf(conflict));
    await settled();
  }

  /** Until nobody has news for the other. */
  hearAll(): void {
    for (let round = 0; round < 4; round++) for (const { tab } of this.pages) tab.wait();
  }

  check(): void {
    this.hearAll();
    expect(this.#lost).toEqual([]);
    const [one, two, again] = [...this.pages, begin(this.browser)].map(({ session }) => session.state());
    for (const other of [two, again]) {
      expect(other?.text).toBe(one?.text);
      expect([...(other?.pending.keys() ?? [])].sort()).toEqual([...(one?.pending.keys() ?? [])].sort());
      expect([...(other?.unexplained ?? [])].sort()).toEqual([...(one?.unexplained ?? [])].sort());
      expect(other?.conflicts.map(keyOf).sort()).toEqual(one?.conflicts.map(keyOf).sort());
    }
    expect(one?.conflicts.map(keyOf).filter((key) => this.#settled.includes(key))).toEqual([]);
    const found = this.#found();
    expect(this.#entered.filter((each) => !found.has(each) && !this.given.has(each))).toEqual([]);
  }

  /** Every word that somebody can still get at. */
  #found(): Set<string> {
    const { browser, disk } = this;
    const found = new Set(wordsIn([disk.text, browser.text ?? '', ...browser.aside, ...browser.evicted].join(' ')));
    for (const { session } of this.pages) {
      const look = (): void => {
        const { assessment, conflicts } = session.state();
        for (const each of [...this.#shown(assessment), ...wordsIn(conflicts)]) found.add(each);
      };
      for (look(); session.state().canRedo; look()) session.redo();
      for (look(); session.state().canUndo; look()) session.undo();
    }
    return found;
  }
}

/** A conflict, whichever tab sees it. */
function keyOf(conflict: Conflict): string {
  const { mineIs, theirsIs } = conflict as Conflict & { readonly mineIs: unknown; readonly theirsIs: unknown };
  return JSON.stringify([conflict.from, conflict.id, ...[JSON.stringify(mineIs), JSON.stringify(theirsIs)].sort()]);
}

it('two tabs and a file: nothing is lost silently, no unseen change is overwritten, what is settled stays so, both tabs converge', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const world = new World();
      for (const act of list) await world.play(act);
      world.check();
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
}, 120_000);
