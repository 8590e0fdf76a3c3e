import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import { download } from '../../browser/files.ts';
import type { SessionState } from '../../model/session.ts';
import { reportName } from '../../report.ts';
import { type Report, usePage, useSession, useTitle } from '../page.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The report as it is handed in. */
export function ReportView(): JSX.Element {
  const { reports } = usePage();
  useTitle(phrase('form', 'report'));
  const name = useSession(({ keeping }) => reportName(keeping.fileName));
  return (
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1}>
        {phrase('form', 'report')}
      </h2>
      <ReportFrame
        report={reports.assessment}
        of={({ assessment, pending, unexplained, elsewhere, keeping }) => [
          assessment,
          pending,
          unexplained,
          elsewhere,
          keeping.fileName,
        ]}
        name={name}
        title={phrase('form', 'report')}
      />
    </section>
  );
}

interface FrameProps {
  readonly report: Report;
  /** The parts of the state that the report is made of. */
  readonly of: (state: SessionState) => readonly unknown[];
  /** The name of the files, without its ending. */
  readonly name: string;
  readonly title: string;
}

/** A report in a frame that runs no script, to print and to save. */
export function ReportFrame({ report, of, name, title }: FrameProps): JSX.Element {
  const { session } = usePage();
  const content = useSession(of, (before, after) => before.every((part, index) => part === after[index]));
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<string>();
  const [trouble, setTrouble] = useState('');
  const fail = (error: unknown): void => setTrouble(phrase('form', 'report-failed', { why: String(error) }));
  useEffect(() => {
    let isCurrent = true;
    const show = (html: string | undefined, error?: unknown): void => {
      if (!isCurrent) return;
      setPage(html);
      if (html === undefined) fail(error);
      else setTrouble('');
    };
    report.html(session.state()).then(show, (error) => show(undefined, error));
    return () => {
      isCurrent = false;
    };
  }, [content, report, session]);
  const saveWord = async (): Promise<void> => {
    try {
      download(`${name}.docx`, new Uint8Array(await report.docx(session.state())), wordType);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <>
      <p class="acts">
        <button type="button" id="print-report" onClick={() => frame.current?.contentWindow?.print()}>
          {phrase('form', 'print')}
        </button>
        <button type="button" onClick={() => page !== undefined && download(`${name}.html`, page, 'text/html')}>
          {phrase('form', 'download-html')}
        </button>
        <button type="button" onClick={saveWord}>
          {phrase('form', 'download-word')}
        </button>
      </p>
      <p role="alert" class={trouble === '' ? 'hidden' : 'error'}>
        {trouble}
      </p>
      {page === undefined ? (
        <p role="status">{trouble === '' && phrase('form', 'report-making')}</p>
      ) : (
        <iframe title={title} sandbox="allow-same-origin allow-modals" srcdoc={page} ref={frame} />
      )}
    </>
  );
}
