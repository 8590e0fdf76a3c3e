import { render } from 'preact';
import { useLanguage } from '../messages/active.ts';
import { browserPlatform } from './browser/platform.ts';
import { openDraftClient } from './draft/open-client.ts';
import { createSession } from './model/create-session.ts';
import { mountPoint } from './page-ids.ts';
import { readPayload } from './read-payload.ts';
import { docxPanel, docxReport, htmlPanel, htmlReport, sourceOf } from './report.ts';
import { App } from './view/app.tsx';
import { createPage, type Reports } from './view/page.ts';

const payload = readPayload();
useLanguage(payload.spoken.language, payload.spoken.sentences);
const session = createSession(payload, browserPlatform(payload.key));
const client = openDraftClient();
const page = { prepared: session.prepared, payload, client };
const reports: Reports = {
  assessment: {
    html: (state) => htmlReport(sourceOf(state, page)),
    docx: (state) => docxReport(sourceOf(state, page)),
  },
  panel: {
    html: async ({ panel }) => (panel ? htmlPanel(panel.result, session.prepared) : ''),
    docx: async ({ panel }) => (panel ? docxPanel(panel.result, session.prepared) : new Uint8Array()),
  },
};
const draft = client && payload.draft && { payload: payload.draft, client };
const place = document.getElementById(mountPoint);
if (place) render(<App page={createPage(session, reports, draft)} />, place);
