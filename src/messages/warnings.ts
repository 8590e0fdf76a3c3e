import { activeLanguage, nameOfLanguage } from '../text/language.ts';
import reading from './en/reading.json' with { type: 'json' };
import type { Args } from './fill.ts';
import { phrase } from './phrases.ts';

type Warning = { readonly code: keyof typeof reading } & Args;

/** The sentence of a warning about how a draft was read. The catalogue has them under `reading`. */
export function warningText({ code, ...args }: Warning): string {
  const { language, tag } = args;
  if (activeLanguage() === 'en' || language === undefined || tag === undefined) return phrase('reading', code, args);
  return phrase('reading', code, { ...args, language: nameOfLanguage(String(tag), String(language)) });
}

/** What to say where a search has no hits, by the warnings about the draft. */
export function nothingFound(warnings: readonly Warning[]): string {
  const language = warnings.find(({ code }) => code.startsWith('language'));
  if (language) return warningText(language);
  return phrase('report', warnings.length > 0 ? 'find-none-read' : 'find-none');
}
