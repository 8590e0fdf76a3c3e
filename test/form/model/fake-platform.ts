import type { ChosenFile, CopyStorage, FileHandle, Platform } from '../../../src/form/model/platform.ts';

/** A browser's storage, which several tabs share. */
export class Browser {
  text: string | undefined;
  aside: string[] = [];
  /** Copies that had to make room for others. */
  evicted: string[] = [];
  /** What writing throws, if the storage is full or forbidden. */
  trouble: Error | undefined;
  #tabs: { readonly tab: Tab; readonly listener: () => void }[] = [];

  /** The tab is closed: it hears nothing any more. */
  close(tab: Tab): void {
    this.#tabs = this.#tabs.filter((other) => other.tab !== tab);
  }

  tab(): Tab {
    return new Tab(this);
  }

  storageFor(tab: Tab): CopyStorage {
    const check = (): void => {
      if (this.trouble) throw this.trouble;
    };
    return {
      read: () => {
        check();
        return this.text;
      },
      write: (text) => {
        check();
        this.text = text;
        tab.unheard = this.#tabs.filter((other) => other.tab !== tab).map(({ listener }) => listener);
      },
      remove: () => {
        check();
        this.text = undefined;
        this.aside = [];
        tab.unheard = this.#tabs.filter((other) => other.tab !== tab).map(({ listener }) => listener);
      },
      earlier: () => this.aside.map((text) => ({ text })),
      setEarlier: (texts) => {
        check();
        this.evicted.push(...this.aside.filter((each) => !texts.includes(each)));
        this.aside = [...texts];
      },
      watch: (listener) => {
        this.#tabs.push({ tab, listener });
      },
    };
  }
}

/** One tab: its timers run when the test says so, and so does the news of its writing. */
export class Tab {
  readonly platform: Platform;
  /** The listeners of other tabs that have not been called yet. */
  unheard: (() => void)[] = [];
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
