import type { ComponentChildren, JSX } from 'preact';
import type { AssessmentResult } from '../../../core/result.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { wordsToAdd } from '../../../report/words/gap.ts';
import { textsOf } from '../../../report/words/rubric.ts';
import { bandTitle, capSentences, shownScore } from '../../../report/words/score.ts';
import { showPoints, showRange } from '../../../text/number.ts';
import { goTo } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { keyOf } from '../place.ts';
import { ScoreBar } from './score-bar.tsx';

/** How many gaps are listed. */
const mostGaps = 6;

/** The score as the answers are now, with what it rests on. */
export function Score(): JSX.Element {
  const result = useSession((state) => state.result);
  return (
    <div class="score">
      <Overall result={result} />
      <Features result={result} />
      <Critical result={result} />
      <Gaps result={result} />
      <Flags result={result} />
    </div>
  );
}

interface Props {
  readonly result: AssessmentResult;
}

function Overall({ result }: Props): JSX.Element {
  const { rubric } = usePage().session.prepared;
  const { score, low, high, band, answered, applicable } = result;
  return (
    <section aria-labelledby="score-title">
      <h2 id="score-title" tabIndex={-1}>
        {phrase('form', 'score')}
      </h2>
      <p class="figure">{showRange(low, high)}</p>
      <p>
        {inSentences([
          phrase('form', 'answered', { answered, n: applicable }),
          score !== null && low !== high && phrase('form', 'score-so-far', { score: shownScore(score, rubric) }),
        ])}
      </p>
      <p>
        <strong dir="auto">{phrase('form', 'band', { band: bandTitle(rubric, band) })}</strong>
      </p>
      <About title={phrase('form', 'band-what')} text={phrase('form', 'band-about')} />
      {capSentences(rubric, result, true).map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
    </section>
  );
}

/** A word of the rubric, explained to whoever asks. */
function About({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <details>
      <summary>{title}</summary>
      <p>{text}</p>
    </details>
  );
}

function Features({ result: { features } }: Props): JSX.Element {
  return (
    <section aria-labelledby="score-features">
      <h3 id="score-features">{phrase('form', 'features')}</h3>
      <ul class="bars">
        {features.map(({ id, title, low, high, answered, applicable, notApplicable }) => (
          <li key={id}>
            <span dir="auto">{title}</span>
            <ScoreBar low={low} high={high} />
            <span class="numbers">
              {notApplicable === undefined
                ? phrase('form', 'feature-numbers', { range: showRange(low, high), answered, n: applicable })
                : phrase('interview', 'not-applicable')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Critical({ result: { gaps } }: Props): JSX.Element {
  const lowest = gaps.filter(({ critical, answered, level }) => critical && answered && level === 0);
  return (
    <section aria-labelledby="score-critical">
      <h3 id="score-critical">{phrase('form', 'critical-lowest')}</h3>
      <p class="hint">{phrase('form', 'critical-about')}</p>
      {lowest.length === 0 ? (
        <p>{phrase('form', 'critical-none')}</p>
      ) : (
        <ul>
          {lowest.map(({ question }) => (
            <GoTo key={question} kind="question" id={question} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Gaps({ result: { gaps } }: Props): JSX.Element | null {
  const biggest = gaps.filter(({ answered, points }) => answered && points > 0).slice(0, mostGaps);
  if (biggest.length === 0) return null;
  return (
    <section aria-labelledby="score-gaps">
      <h3 id="score-gaps">{phrase('form', 'gaps')}</h3>
      <ol>
        {biggest.map((gap) => (
          <GoTo key={gap.question} kind="question" id={gap.question}>
            <p class="numbers">{phrase('form', 'gaps-points', { points: showPoints(gap.points) })}</p>
            <ul class="words">
              {wordsToAdd(gap).map((words) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ul>
          </GoTo>
        ))}
      </ol>
    </section>
  );
}

function Flags({ result: { flags, flagsChecked } }: Props): JSX.Element | null {
  const { prepared } = usePage().session;
  if (prepared.flags.size === 0) return null;
  return (
    <section aria-labelledby="score-flags">
      <h3 id="score-flags">{phrase('interview', 'flags')}</h3>
      <p>{phrase('form', 'flags-checked', { checked: flagsChecked, n: prepared.flags.size, present: flags.length })}</p>
      <p class="hint">{phrase('form', 'flags-about')}</p>
      <ul>
        {flags.map(({ id, severity }) => (
          <GoTo key={id} kind="flag" id={id}>
            <p class="numbers">{phrase('report', `severity-${severity}`)}</p>
          </GoTo>
        ))}
      </ul>
    </section>
  );
}

interface GoToProps {
  readonly kind: 'question' | 'flag';
  readonly id: string;
  readonly children?: ComponentChildren;
}

function GoTo({ kind, id, children }: GoToProps): JSX.Element {
  const page = usePage();
  const text = textsOf(page.session.prepared.rubric).get(id) ?? id;
  const name = page.homes.get(keyOf({ kind, id }))?.name;
  return (
    <li>
      <button type="button" class="link" onClick={() => goTo(page, { kind, id })}>
        {name} <span dir="auto">{text}</span>
      </button>
      {children}
    </li>
  );
}
