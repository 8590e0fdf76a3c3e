import { isolated } from '../text/direction.ts';
import { pluralCategory, withDecimalSign } from '../text/language.ts';

/** What fills the placeholders of a message, by name. */
export type Args = Readonly<Record<string, string | number>>;

/**
 * A message of the catalogue with its `{name}` placeholders filled. `{n|question|questions}` is the number followed by the word that
 * fits it; `{n?is|are}` is the word alone. Other languages name the forms, by a plural category of CLDR or by a value, and a form may
 * have placeholders: `{n?one={n} вопрос|few={n} вопроса|many={n} вопросов}`, `{n?0=none|other={n}}`.
 * A placeholder without an argument is left, so that a test finds it.
 */
export function fill(template: string, args: Args): string {
  if (!template.includes('{')) return template;
  return template.replace(placeholder, (whole, name: string, kind?: string, forms?: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) return whole;
    if (kind === undefined || forms === undefined) return shown(value);
    const form = fill(formFor(value, forms), args);
    return kind === '?' ? form : `${shown(value)} ${form}`;
  });
}

/** A placeholder with its forms, which may have placeholders without forms. */
const placeholder = /\{(\w+)(?:([|?])((?:[^{}]|\{\w+\})*))?\}/g;

function shown(value: string | number): string {
  return typeof value === 'number' ? withDecimalSign(String(value)) : isolated(value);
}

const named = /^(\w+)=/;

/** The form for a value: the one that names it, else the one of its plural category, else `other`, else the last one. */
function formFor(value: string | number, forms: string): string {
  const all = forms.split('|');
  const category = categoryOf(value);
  if (!named.test(all[0] ?? '')) return (category === 'one' ? all[0] : all.at(-1)) ?? '';
  const find = (name: string): string | undefined => all.find((form) => form.startsWith(`${name}=`))?.slice(name.length + 1);
  return find(String(value)) ?? find(category) ?? find('other') ?? (all.at(-1) ?? '').replace(named, '');
}

/** The category of what fills a placeholder. A number with a fraction is in digits already: French has `0,8 point` and `2,1 points`. */
function categoryOf(value: string | number): string {
  if (typeof value === 'number') return pluralCategory(value);
  const [, whole, fraction] = /^<?(\d+)[.,](\d+)$/.exec(value) ?? [];
  return fraction === undefined ? 'other' : pluralCategory(Number(`${whole}.${fraction}`), fraction.length);
}
