import { render } from 'preact';
import { prepareRubric } from '../core/rubric.ts';
import { fromDataBlock } from './data-block.ts';
import { dataBlock, mountPoint } from './page-ids.ts';
import type { Payload } from './payload.ts';

const payload = fromDataBlock(document.getElementById(dataBlock.payload)?.textContent ?? '') as Payload;
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
