import type { ChosenFile, FileHandle, Files } from '../model/platform.ts';

/** The part of the File System Access API that is used; browsers without it only open and download. */
interface FilePickers {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}

const pickers = globalThis as unknown as FilePickers;
const types = [{ accept: { 'application/yaml': ['.yaml', '.yml'], 'application/json': ['.json'] } }];

/** Answers files on the reviewer's disk. */
export const files: Files = {
  open: async () => {
    if (!pickers.showOpenFilePicker) return (await chosenByInput({ several: false }))[0];
    const [handle] = (await unlessCancelled(pickers.showOpenFilePicker({ types }))) ?? [];
    if (!handle) return undefined;
    const file = handleOf(handle);
    return { name: file.name, text: await unlessBinary(file.read()), handle: file };
  },
  openSeveral: () => chosenByInput({ several: true }),
  choose: async (name) => {
    if (!pickers.showSaveFilePicker) return 'download';
    const handle = await unlessCancelled(pickers.showSaveFilePicker({ suggestedName: name, types }));
    return handle && handleOf(handle);
  },
  download: (name, text) => download(name, text, /\.json$/i.test(name) ? 'application/json' : 'application/yaml'),
};

/** Offers a file for download. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun once the click is handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The browser's handles, by those that the model has. */
const behind = new WeakMap<FileHandle, FileSystemFileHandle>();

function handleOf(handle: FileSystemFileHandle): FileHandle {
  const file: FileHandle = {
    name: handle.name,
    isSame: async (other) => {
      const there = behind.get(other);
      return there !== undefined && (await handle.isSameEntry(there));
    },
    read: async () => textOf(await handle.getFile()),
    write: async (text) => {
      // The browser writes beside the file and replaces it on closing, so that a failure leaves the old one.
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
    },
  };
  behind.set(file, handle);
  return file;
}

/** @throws TypeError if the file is not UTF-8: it must not be saved with other characters than it had */
async function textOf(file: File): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}

async function unlessBinary(read: Promise<string>): Promise<string | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A cancelled dialog is an `AbortError`. */
async function unlessCancelled<Value>(chosen: Promise<Value>): Promise<Value | undefined> {
  try {
    return await chosen;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** @returns none if the dialog is cancelled */
function chosenByInput({ several }: { readonly several: boolean }): Promise<ChosenFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.yaml,.yml,.json';
  input.multiple = several;
  return new Promise((resolve, reject) => {
    input.addEventListener('change', () => {
      const chosen = [...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await unlessBinary(textOf(file)) }));
      Promise.all(chosen).then(resolve, reject);
    });
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
