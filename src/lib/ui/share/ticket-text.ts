/**
 * A moment as the text of a ticket, the symptom first, as somebody would report it: what the log says, the state, what to
 * try, and where to see it. The export's ticket tells the whole story; this one points at it.
 */
import { eventsAt } from '../../session/export/trace-step.ts';
import { cloudOf, type Session } from '../../session/session.ts';
import { fourTruths } from '../../session/views/four-truths.ts';
import { logBlock, requestIdAt } from '../export/ticket-steps.ts';
import { picture, repairs, situation } from '../export/trace-markdown.ts';
import { shareText } from '../text/en/share.ts';

/** What nova-compute.log says of the last request that failed up to the cursor. */
function symptom(session: Session): readonly string[] {
  const upToCursor = Array.from({ length: session.timeline.position + 1 }, (_, position) => position);
  const failed = upToCursor.findLast((at) => eventsAt(session, at).some(({ type }) => type === 'failure'));
  if (failed === undefined) return [];
  const request = requestIdAt(session, failed);
  const events = upToCursor.filter((at) => requestIdAt(session, at) === request).flatMap((at) => eventsAt(session, at));
  const [, ...lines] = logBlock(events);
  return [...lines, ''];
}

/** The ticket in Markdown. `link` is a link to the moment, in Markdown too. */
export function ticketText(session: Session, link: string): string {
  const truths = fourTruths(cloudOf(session));
  return [
    ...symptom(session),
    ...[...situation(session, truths.verdict), '', ...picture(truths), ''],
    ...repairs(session),
    ...[shareText.seeIt(link), '']
  ].join('\n');
}
