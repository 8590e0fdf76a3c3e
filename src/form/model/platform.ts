/** The browser, as far as the session needs it. A test can play it. */
export interface Platform {
  readonly copy: CopyStorage;
  readonly files: Files;
  /** Runs a task later. @returns a function that cancels it */
  readonly later: (task: () => void, milliseconds: number) => () => void;
}

/** Where the browser keeps its copy of the answers. Two tabs of one form share it. */
export interface CopyStorage {
  /** Tells this tab from the others that write: another one each time that the page is opened. */
  readonly tab: string;
  /** @returns undefined if there is no copy. @throws if the storage is forbidden */
  readonly read: () => string | undefined;
  /** @throws if the storage is full or forbidden */
  readonly write: (text: string) => void;
  /** Deletes the copy and those that were set aside. @throws if the storage is forbidden */
  readonly remove: () => void;
  /** The copies that were set aside, the newest last. @throws if the storage is forbidden */
  readonly earlier: () => readonly SetAside[];
  /**
   * Keeps copies that can't be used, or that other answers replaced, instead of those that were kept before. The last one was set aside
   * just now. @throws if the storage is full or forbidden
   */
  readonly setEarlier: (texts: readonly string[]) => void;
  /** Calls the listener after another tab has written. */
  readonly watch: (listener: () => void) => void;
}

/** A copy that was set aside. */
export interface SetAside {
  readonly text: string;
  /** When, in milliseconds since 1970. Absent if it is not known. */
  readonly at?: number;
}

export interface Files {
  /** @returns undefined if the reviewer chose none. @throws if the file can't be read */
  readonly open: () => Promise<ChosenFile | undefined>;
  /** Several files, to be read only. */
  readonly openSeveral: () => Promise<readonly ChosenFile[]>;
  /** Lets the reviewer choose where to save. @returns undefined if none was chosen; `download` if the browser can't ask */
  readonly choose: (name: string) => Promise<FileHandle | 'download' | undefined>;
  readonly download: (name: string, text: string) => void;
}

/** A file on disk that the page may read and write again. */
export interface FileHandle {
  readonly name: string;
  /** Whether it is the same file on disk. */
  readonly isSame: (other: FileHandle) => Promise<boolean>;
  /** The file's text now; empty for a new file. */
  readonly read: () => Promise<string>;
  readonly write: (text: string) => Promise<void>;
}

export interface ChosenFile {
  readonly name: string;
  /** Undefined if it is no text in UTF-8. */
  readonly text: string | undefined;
  /** Absent if the browser lets pages only read what was chosen. */
  readonly handle?: FileHandle;
}
