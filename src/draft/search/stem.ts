import { fold } from '../structure/markers.ts';
import type { Language } from './language.ts';

/** Reduces words to stems, so that "assessment" is found by "assessing". Stems have no accents. */
export interface Stemmer {
  /** The stems of a text's words in order, without stop words. */
  readonly stems: (text: string) => string[];
  /** The stem of a word; empty for a stop word or a number. */
  readonly stem: (word: string) => string;
}

/** Stop words: frequent in all provisions or questions, so they do not help to tell them apart. */
const stopWords: Readonly<Record<Language, string>> = {
  en: 'a about above after all also an and any are as at be been before being between both but by can could did do does done down each either every few for from further had has have having he her his how if in into is it its itself least less may more most must no nor not of off on once one only or other others our out over own per same shall should so some such than that the their them then there these they this those through to too under until up upon very was we were what when where whether which while who whom whose why will with within without would you your law act draft text article section paragraph provision say does require requires required regulation bill anything something',
  es: 'a al ante bajo cada como con contra cual cuando de del desde donde dos el ella ellos en entre era es esa ese eso esta este esto han hasta la las le les lo los mas me mi mientras muy no nos o para pero por porque que quien se ser si sin sobre son su sus tal tambien tan todo todos un una uno unos y ya ley articulo presente podra debera',
  fr: 'a ainsi au aucun aux avec ce ces cet cette chaque comme dans de des dont du elle elles en entre est et etre ils il la le les leur leurs lors mais meme ne ni nos notre nous on ou par pas pour qu que qui sa sans se ses si son sont sous sur tout tous toute toutes un une vos votre vous y loi article present peut doit',
  pt: 'a ao aos as ate cada com como contra da das de dela dele do dos e ela ele em entre era essa esse esta este foi ja lhe mais mas me mesmo muito na nas nem no nos o os ou para pela pelas pelo pelos por qual quando que quem sao se seja sem ser seu seus so sobre sua suas tal tambem tem um uma lei artigo presente podera devera',
  de: 'aber alle allem allen aller alles als also am an andere auch auf aus bei bis da damit das dass dem den der des die dies diese diesem diesen dieser dieses doch durch ein eine einem einen einer eines er es fur gegen hat haben ihr ihre im in ist ja kann kein keine mit muss nach nicht noch nur ob oder ohne sein seine sich sie sind so soweit sowie uber um und unter vom von vor was weil wenn werden wie wird wurde zu zum zur zwischen gesetz absatz satz paragraph artikel nummer',
};

const loaders: Readonly<Record<Language, () => Promise<{ stemmer: (word: string) => string }>>> = {
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fr: () => import('@orama/stemmers/french'),
  pt: () => import('@orama/stemmers/portuguese'),
  de: () => import('@orama/stemmers/german'),
};

/** Loads the stemmer of a language. */
export async function stemmerFor(language: Language): Promise<Stemmer> {
  const { stemmer } = await loaders[language]();
  const ignored = new Set(stopWords[language].split(' '));
  const cache = new Map<string, string>();
  const stem = (word: string): string => {
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const lower = word
      .toLowerCase()
      .replace(/[’']s$/, '')
      .replace(/[’']/g, '');
    // The stemmers need accents. Remove them afterwards, because drafts often leave them out.
    const stemmed = lower.length < 2 || ignored.has(fold(lower)) || /^\d+$/.test(lower) ? '' : fold(stemmer(lower));
    cache.set(word, stemmed);
    return stemmed;
  };
  return {
    stem,
    stems: (text) => (text.match(wordPattern) ?? []).map(stem).filter((each) => each !== ''),
  };
}

/** Matches a word. A hyphen separates two, so that "whistle-blower" is found by "blower" as well as by both words. */
export const wordPattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
