import type { ChosenFile, CopyStorage, FileHandle, Platform } from '../../../src/form/model/platform.ts';

/** A browser's storage, which several tabs share. */
export class Browser {
  text: string | undefined;
  aside: string[] = [];
  /** Copies that had to make room for others. */
  evicted: string[] = [];
  /** What reading and writing throw, if the storage is forbidden. */
  trouble: Error | undefined;
  /** How many characters it has room for. */
  room = Number.POSITIVE_INFINITY;
  #count = 0;
  #tabs: { readonly tab: Tab; readonly listener: () => void }[] = [];

  /** The tab is closed: it hears nothing any more. */
  close(tab: Tab): void {
    this.#tabs = this.#tabs.filter((other) => other.tab !== tab);
  }

  tab(): Tab {
    return new Tab(this);
  }

  storageFor(tab: Tab): CopyStorage {
    const check = (...texts: readonly string[]): void => {
      if (this.trouble) throw this.trouble;
      if (texts.join('').length > this.room) throw new Error('QuotaExceededError');
    };
    this.#count += 1;
    return {
      tab: `tab ${this.#count}`,
      read: () => {
        check();
        return tab.behind ? tab.behind.text : this.text;
      },
      write: (text) => {
        check(text, ...this.aside);
        this.text = text;
        if (tab.behind) tab.behind = { text };
        this.#tell(tab);
      },
      remove: () => {
        check();
        this.text = undefined;
        this.aside = [];
        this.#tell(tab);
      },
      earlier: () => {
        check();
        return this.aside.map((text) => ({ text }));
      },
      setEarlier: (texts) => {
        check(this.text ?? '', ...texts);
        this.evicted.push(...this.aside.filter((each) => !texts.includes(each)));
        this.aside = [...texts];
      },
      watch: (listener) => {
        this.#tabs.push({ tab, listener });
      },
    };
  }

  #tell(from: Tab): void {
    from.unheard = this.#tabs
      .filter(({ tab }) => tab !== from)
      .map(({ tab, listener }) => () => {
        tab.behind = undefined;
        listener();
      });
  }

  /** The tab works in a process of its own: until it hears of what another tab writes from now on, it sees the storage as it is now. */
  fallBehind(tab: Tab): void {
    tab.behind = { text: this.text };
  }
}

/** One tab: its timers run when the test says so, and so does the news of its writing. */
export class Tab {
  readonly platform: Platform;
  /** The listeners of other tabs that have not been called yet. */
  unheard: (() => void)[] = [];
  /** The storage as the tab still sees it; undefined if it sees it as it is. */
  behind: { text: string | undefined } | undefined;
  downloads: { readonly name: string; readonly text: string }[] = [];
  /** What the reviewer chooses in the dialogs. */
  opens: Awaited<ReturnType<Platform['files']['open']>>;
  opensSeveral: readonly ChosenFile[] = [];
  chooses: FileHandle | 'download' | undefined = 'download';
  /** What the dialogs throw. */
  trouble: Error | undefined;
  #tasks: (() => void)[] = [];

  constructor(browser: Browser) {
    this.platform = {
      copy: browser.storageFor(this),
      files: {
        open: async () => this.#chosen(this.opens),
        openSeveral: async () => this.#chosen(this.opensSeveral),
        choose: async () => this.#chosen(this.chooses),
        download: (name, text) => void this.downloads.push({ name, text }),
      },
      later: (task) => {
        this.#tasks.push(task);
        return () => {
          this.#tasks = this.#tasks.filter((each) => each !== task);
        };
      },
    };
  }

  #chosen<Value>(value: Value): Value {
    if (this.trouble) throw this.trouble;
    return value;
  }

  /** A second passes: the copy is written, and other tabs hear of it. */
  wait(): void {
    const tasks = this.#tasks;
    this.#tasks = [];
    for (const task of tasks) task();
    const listeners = this.unheard;
    this.unheard = [];
    for (const listener of listeners) listener();
  }
}

/** A file on disk. */
export class Disk implements FileHandle {
  readonly name: string;
  text: string;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  async isSame(other: FileHandle): Promise<boolean> {
    return other === this;
  }

  async read(): Promise<string> {
    return this.text;
  }

  async write(text: string): Promise<void> {
    this.text = text;
  }
}
