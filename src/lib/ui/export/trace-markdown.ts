/**
 * A ticket in Markdown: the situation under the cursor, what failed, what repairs it, and the steps that led there.
 *
 * It stands in the page's layer because its sentences are the page's own.
 */
import { eventsAt, type TraceEvent } from '../../session/export/trace-step.ts';
import { cloudOf, labName, type Session } from '../../session/session.ts';
import { serverListing, volumeListing } from '../../session/views/client-view.ts';
import { fourTruths, TRUTHS, type FourTruths, type TruthRow, type Verdict } from '../../session/views/four-truths.ts';
import { waysOut, type WayOut } from '../../session/views/ways-out.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import { repairsText } from '../text/en/repairs.ts';
import { codeSpan, escapeMarkdown, table } from './markdown.ts';
import { answerText, askedBefore, failureText, requestIdAt, ticketSteps } from './ticket-steps.ts';

/** How many different errors a ticket lists: the latest. */
const MOST_FAILURES = 10;

type FailureEvent = Extract<TraceEvent, { type: 'failure' }>;

/** The state of the server in few lines, and what is wrong with it. */
export function situation(session: Session, verdict: Verdict): readonly string[] {
  const cloud = cloudOf(session);
  const { display_name, uuid, flavor } = cloud.instance;
  const { position, line } = session.timeline;
  const volumes = volumeListing(session).map(({ name, status }) => `${escapeMarkdown(name)} ${status}`);
  return [
    `**${exportText.situation}** (${en.moment(position, line.length - 1).toLowerCase()}): ${escapeMarkdown(en.verdict(verdict))}`,
    '',
    `- ${exportText.server}: ${escapeMarkdown(display_name)} (${codeSpan(uuid)}), ${serverListing(cloud).status}`,
    `- ${exportText.flavor}: ${escapeMarkdown(flavor.name)}`,
    `- ${exportText.volumes}: ${volumes.join(', ') || exportText.none}`
  ];
}

function rowCells(row: TruthRow): readonly string[] {
  const cells = TRUTHS.map((truth) => {
    const disks = row.disks[truth].map((disk) => escapeMarkdown(exportText.disk(disk)));
    const next = truth === 'computation' && row.isNext ? [`*${en.next}*`] : [];
    return [...disks, ...next].join(', ') || exportText.nothing;
  });
  const device = en.deviceName(row.device);
  return [row.disagrees ? `**${device}** ${exportText.rowMark}` : device, ...cells];
}

/** The four places as a table. */
export function picture({ rows }: FourTruths): readonly string[] {
  if (rows.length === 0) return [exportText.pictureEmpty];
  return table([en.device, ...TRUTHS.map((truth) => en.truths[truth])], rows.map(rowCells));
}

/** The failures up to the cursor by their words, each with the moments in which it happened. */
function failuresByWords(session: Session): ReadonlyMap<string, readonly [FailureEvent, number[]]> {
  const found = new Map<string, readonly [FailureEvent, number[]]>();
  for (let position = 1; position <= session.timeline.position; position++) {
    for (const event of eventsAt(session, position)) {
      if (event.type !== 'failure') continue;
      const [, positions] = found.get(event.message) ?? [event, []];
      found.set(event.message, [event, [...positions, position]]);
    }
  }
  return found;
}

/** What failed, and what the client had heard of the request that failed last. */
function failures(session: Session): readonly string[] {
  const found = [...failuresByWords(session).values()];
  if (found.length === 0) return [];
  const lines = found.slice(-MOST_FAILURES).map(([failure, [first = 0, ...again]]) => {
    return `- ${exportText.failedAt(first, again.length)}: ${failureText(failure)}`;
  });
  const last = Math.max(...found.map(([, positions]) => positions.at(-1) ?? 0));
  const asked = askedBefore(session).get(requestIdAt(session, last));
  const heard = asked === undefined || asked.code === null ? [] : [exportText.clientSaw(answerText(asked))];
  return [`## ${exportText.failures}`, '', ...lines, '', [...heard, exportText.clientHeardNothing].join(' '), ''];
}

function wayLine({ way, commands }: WayOut): string {
  const care = repairsText.care[way];
  return `- ${repairsText.ways[way]}: ${commands.map(codeSpan).join(', ')}.${care && ` ${care}`}`;
}

/** What repairs the server, as a section; nothing where it needs no repair. */
export function repairs(session: Session): readonly string[] {
  const found = waysOut(session);
  if (found === null) return [];
  const { trouble, hasNamelessSwap, ways } = found;
  const cause = trouble === 'duplicate' && hasNamelessSwap ? ` ${repairsText.namelessSwap}` : '';
  const helping = ways.filter(({ outcome }) => outcome === 'repaired');
  const others = ways.filter(({ outcome }) => outcome === 'not repaired').map(({ way }) => repairsText.ways[way]);
  return [
    ...[`## ${repairsText.title[trouble]}`, '', repairsText.lead[trouble] + cause, ''],
    ...helping.map(wayLine),
    ...(others.length > 0 ? ['', exportText.repairsNot(others)] : []),
    ...['', `${repairsText.guestTitle}. ${repairsText.guestCare}`, '', repairsText.tried, '']
  ];
}

/** The text to paste into a ticket, for the moment under the cursor. */
export function traceMarkdown(session: Session): string {
  const { lab, instance } = cloudOf(session);
  const truths = fourTruths(cloudOf(session));
  return [
    ...[`# ${exportText.ticketTitle(lab.release, labName(session), escapeMarkdown(instance.display_name))}`, ''],
    ...[...situation(session, truths.verdict), ''],
    ...[`## ${en.truthsTitle}`, '', ...picture(truths), ''],
    ...failures(session),
    ...repairs(session),
    ...[`## ${exportText.steps}`, '', ...ticketSteps(session), ''],
    ...['---', '', exportText.madeWith, '']
  ].join('\n');
}
