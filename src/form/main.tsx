import { render } from 'preact';
import { browserPlatform } from './browser/platform.ts';
import { openDraftClient } from './draft/open-client.ts';
import { createSession } from './model/create-session.ts';
import type { SessionState } from './model/session.ts';
import { mountPoint } from './page-ids.ts';
import { readPayload } from './read-payload.ts';
import { docxReport, htmlReport, type ReportSource } from './report.ts';
import { App } from './view/app.tsx';
import { createPage } from './view/page.ts';

const payload = readPayload();
const session = createSession(payload, browserPlatform(payload.key));
const client = openDraftClient();
const sourceOf = ({ assessment, keeping }: SessionState): ReportSource => ({
  prepared: session.prepared,
  payload,
  assessment,
  fileName: keeping.fileName,
  client,
});
const reports = {
  html: (state: SessionState) => htmlReport(sourceOf(state)),
  docx: (state: SessionState) => docxReport(sourceOf(state)),
};
const draft = client && payload.draft && { payload: payload.draft, client };
const place = document.getElementById(mountPoint);
if (place) render(<App page={createPage(session, reports, draft)} />, place);
