import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { phrase } from '../../messages/phrases.ts';
import { download } from '../browser/files.ts';
import { usePage, useSession } from './page.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The report as it is handed in. It is drawn in a frame that runs no script. */
export function ReportView(): JSX.Element {
  const { session, reports } = usePage();
  const assessment = useSession((state) => state.assessment);
  const name = useSession(({ keeping }) => keeping.fileName.replace(/(\.answers)?\.ya?ml$/i, ''));
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    Promise.resolve(reports.html(session.state())).then((html) => isCurrent && setPage(html));
    return () => {
      isCurrent = false;
    };
  }, [assessment, reports, session]);
  return (
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1}>
        {phrase('form', 'report')}
      </h2>
      <p class="acts">
        <button type="button" id="print-report" onClick={() => frame.current?.contentWindow?.print()}>
          {phrase('form', 'print')}
        </button>
        <button type="button" onClick={() => page !== undefined && download(`${name}.html`, page, 'text/html')}>
          {phrase('form', 'download-html')}
        </button>
        <button
          type="button"
          onClick={async () => download(`${name}.docx`, new Uint8Array(await reports.docx(session.state())), wordType)}
        >
          {phrase('form', 'download-word')}
        </button>
      </p>
      {page === undefined ? (
        <p role="status">{phrase('form', 'report-making')}</p>
      ) : (
        <iframe title={phrase('form', 'report')} sandbox="allow-same-origin allow-modals" srcdoc={page} ref={frame} />
      )}
    </section>
  );
}
