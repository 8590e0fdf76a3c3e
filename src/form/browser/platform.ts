import type { Platform } from '../model/platform.ts';
import { copyStorage } from './copy-storage.ts';
import { files } from './files.ts';

/** The browser that the page is open in. @param key what its copy is kept under */
export function browserPlatform(key: string): Platform {
  return {
    copy: copyStorage(key),
    files,
    later: (task, milliseconds) => {
      // Writing the copy may take some milliseconds; the browser runs it between two frames.
      let idle: number | undefined;
      const timer = setTimeout(() => {
        if ('requestIdleCallback' in window) idle = requestIdleCallback(task, { timeout: milliseconds });
        else task();
      }, milliseconds);
      return () => {
        clearTimeout(timer);
        if (idle !== undefined) cancelIdleCallback(idle);
      };
    },
  };
}
