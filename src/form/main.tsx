import { render } from 'preact';
import { prepareRubric } from '../core/rubric.ts';
import { useLanguage } from '../messages/active.ts';
import { openDraftClient } from './draft/open-client.ts';
import { mountPoint } from './page-ids.ts';
import { readPayload } from './read-payload.ts';

const payload = readPayload();
if (payload.spoken) useLanguage(payload.spoken.language, payload.spoken.sentences);
const prepared = prepareRubric(payload.rubric, payload.digest);
const [first] = prepared.questions.values();
const place = document.getElementById(mountPoint);
if (place)
  render(
    <main>
      <h1>{payload.rubric.title}</h1>
      <p>{first?.question.text}</p>
    </main>,
    place,
  );
openDraftClient();
