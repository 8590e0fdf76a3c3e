/** What the browser remembers for every form: whether single keys act, and whether the help of a question is open. */
export type Setting = 'keys' | 'help';

/** @param initial the setting of a browser that remembers none */
export function readSetting(setting: Setting, initial: boolean): boolean {
  try {
    const value = localStorage.getItem(`compass-form-${setting}`);
    return value === null ? initial : value === 'on';
  } catch {
    return initial;
  }
}

/** A browser that keeps nothing forgets the setting with the page. */
export function writeSetting(setting: Setting, isOn: boolean): void {
  try {
    localStorage.setItem(`compass-form-${setting}`, isOn ? 'on' : 'off');
  } catch {}
}
