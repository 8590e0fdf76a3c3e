import names from './languages.json' with { type: 'json' };

/** The languages that compass offers, English first. Each of the others has a complete catalogue, which `npm run check` verifies. */
export const languages: readonly string[] = names;
