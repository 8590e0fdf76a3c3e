/** Where the browser keeps whether single keys act, for every form. */
const name = 'compass-form-keys';

/** Whether single keys act. They do unless the reviewer has turned them off. */
export function readKeysSetting(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

/** A browser that keeps nothing forgets the setting with the page. */
export function writeKeysSetting(hasKeys: boolean): void {
  try {
    localStorage.setItem(name, hasKeys ? 'on' : 'off');
  } catch {}
}
