import { bundledRubric } from '../fixtures/bundled.ts';

/** What is not translated: names of the command line, files and formats, and of what an answers file holds. */
const technical =
  /^(?:compass|ungps|draft|options|option|command|files?|json|ndjson|csv|parquet|xlsx|ods|unsure|sarif|junit|github|terminal|markdown|html|htm|docx|txt|yaml|yml|xml|jsonl|true|false|null|sha256|sha|art|rec|annex|chap|sec|part|Chapter|Article|Annex|Bill|Act|score|report|compare|panel|evidence|outline|check|find|rebase|rubric|show|assess|form|list|lint|new|translate|migrate|help|topic|config|init|schema|scoring|formats|answers|words|folder|code|name|critical|flag|unanswered|review|PATH|FILE|NOTE|MB|answers-file|exit-codes|completion|uniform|dirichlet|versions|laws|median|lowest|unanimous|language|value|counts|feature|overall|band|gates|gaps|minimums|baseline|tolerance|preamble|points?|paragraphs?|articles?|act|recitals?|section|part|bill|Ann|rubrik|level|scoree|sarrif|nowhere|bills|emsp|Greek|ungps-compass)$/i;

/** Words of English that a text still has. Ids, names of options, and command lines are left out. */
export function english(text: string, ids: ReadonlySet<string>): string[] {
  const plain = text
    .replace(/^.*\bcompass [a-z]+ .*$/gm, '')
    .replace(/<[a-z-]+>|\[[a-z.-]+\]/g, ' ')
    .replace(/--[a-z-]+/g, ' ')
    .replace(/[\w-]+(?:[./][\w-]+)+/g, ' ');
  const words = plain.match(/(?<![\p{L}\p{M}\d_-])[A-Za-z][a-z]{2,}(?:-[a-z]+)*(?![\p{L}\p{M}\d_-])/gu) ?? [];
  return [...new Set(words)].filter((word) => !technical.test(word) && !ids.has(word) && !/^[A-Z]?[ivx]+$/i.test(word));
}

/** The ids of the bundled rubric. */
export async function knownIds(): Promise<ReadonlySet<string>> {
  const { rubric } = await bundledRubric();
  const marks = rubric.features.flatMap(({ questions }) => questions.flatMap((each) => (each.marks ?? []).map(({ id }) => id)));
  const short = rubric.features.flatMap(({ questions }) => questions.map(({ id }) => id.split('.')[1] ?? ''));
  return new Set(
    [...rubric.features, ...rubric.steps, ...rubric.flags, ...rubric.bands].map(({ id }) => id).concat(marks, short),
  );
}
