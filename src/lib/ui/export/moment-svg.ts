/**
 * A moment of a lesson as one SVG, for a page that shows it without a script: the step in a sentence, the four places,
 * what the client saw, and what nova-compute.log got. Its colours are those that its reader prefers.
 */
import { cloudOf, type Session } from '../../session/session.ts';
import { exchanges, type Exchange } from '../../session/views/client-view.ts';
import { computeLog, type LogEntry } from '../../session/views/compute-log.ts';
import { fourTruths } from '../../session/views/four-truths.ts';
import { stepFacts } from '../../session/views/step-facts.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import { plain, stretches } from '../text/rich.ts';
import { stepSentence } from '../text/steps.ts';
import { framed, type Block, type Picture } from './picture-frame.ts';
import { paint, TEXT, typeset } from './picture-style.ts';
import { truthBlocks, truthsInWords } from './picture-svg.ts';
import { escapeXml, svgElement, svgText, type Attributes } from './svg-markup.ts';
import { cutToWidth, wrapToWidth } from './text-width.ts';

/** Wide enough for a line of a log, and the same for most moments of a lesson. */
const LEAST_WIDTH = 640;
const SENTENCE_LINE = 21;
const SMALL_LINE = 17;
const PADDING = 12;
/** How many lines of text one entry of the log may take. */
const MOST_LINES = 4;

/** The sentence of the step under the cursor, with its marks; at the beginning, how things stand then. */
function sentenceOf(session: Session): string {
  const facts = stepFacts(session);
  return facts === null ? en.lessonBeginning : (stepSentence(facts) ?? '');
}

/** A line of a sentence, the words that matter in bold. */
function marked(line: string, place: Attributes): string {
  const parts = stretches(line.replaceAll('* *', ' ')).map(({ kind, text }) =>
    kind === 'strong' ? svgText('tspan', text, { 'font-weight': 700 }) : escapeXml(text)
  );
  return svgElement('text', place, ...parts);
}

/** Each marked word by itself, so that a line may break between two of them. */
function markedWordByWord(sentence: string): string {
  return sentence.replace(/\*([^*]+)\*/g, (_, words: string) => words.replace(/\S+/g, '*$&*'));
}

function sentenceBlock(session: Session, width: number): Block {
  const lines = wrapToWidth(markedWordByWord(sentenceOf(session)), TEXT.sentence, width);
  const texts = lines.map((line, index) => marked(line, { x: 0, y: 8 + index * SENTENCE_LINE }));
  const markup = svgElement('g', typeset(TEXT.sentence), ...texts);
  return { markup, width, height: lines.length * SENTENCE_LINE - 6 };
}

/** What somebody saw: a heading, and below it lines as a terminal shows them, from one on in the colour of trouble. */
function witnessBlock(title: string, lines: readonly string[], troubleFrom: number, width: number): Block {
  const texts = lines.map((text, index) =>
    svgText('text', text, {
      ...(index >= troubleFrom ? paint('trouble') : {}),
      ...{ x: PADDING, y: 22 + (index + 1) * SMALL_LINE }
    })
  );
  const height = (lines.length + 1) * SMALL_LINE + 16;
  const ground = svgElement('rect', { ...paint('sunken'), width, height, rx: 6 });
  const head = svgText('text', title, { x: PADDING, y: 21 });
  return { markup: ground + head + svgElement('g', typeset(TEXT.code), ...texts), width, height };
}

function clientBlock({ command, code, device, refusal, aftermath }: Exchange, width: number): Block {
  const room = width - 2 * PADDING;
  const answer = code === null ? en.clientWaiting : en.clientAnswer(code, device, refusal);
  const heard = [cutToWidth(`$ ${command}`, TEXT.code, room), ...wrapToWidth(answer, TEXT.code, room)];
  const silence = code === null || aftermath === null ? [] : [`… ${en.clientSilence[aftermath]}`];
  return witnessBlock(en.clientTitle, [...heard, ...silence], heard.length, width);
}

function logBlock(entries: readonly LogEntry[], width: number): Block {
  const lines = entries.flatMap(({ level, message }) =>
    wrapToWidth(`${level} ${message}`, TEXT.code, width - 2 * PADDING).slice(0, MOST_LINES)
  );
  const isTrouble = entries.some(({ level }) => level !== 'INFO');
  return witnessBlock(en.logTitle, lines, isTrouble ? 0 : lines.length, width);
}

/** What the client was answered last, and what the step has logged; nothing where there is nothing. */
function witnesses(session: Session, width: number): readonly Block[] {
  const exchange = exchanges(session, 1).at(-1);
  const logged = computeLog(session, 1).filter(({ position }) => position === session.timeline.position);
  return [...(exchange ? [clientBlock(exchange, width)] : []), ...(logged.length > 0 ? [logBlock(logged, width)] : [])];
}

/** The moment under the cursor in words: the step, and how Nova and libvirt then stand to each other. */
export function momentInWords(session: Session): string {
  const { verdict } = fourTruths(cloudOf(session));
  return `${plain(sentenceOf(session))} ${en.verdict(verdict)}`;
}

/** The picture of the moment under the cursor. `lesson`: the title of the lesson that it belongs to. */
export function momentSvg(session: Session, lesson: string): Picture {
  const cloud = cloudOf(session);
  const { position, line } = session.timeline;
  const moment = en.moment(position, line.length - 1);
  const actor = stepFacts(session)?.actor;
  const truths = fourTruths(cloud);
  const [table, verdict] = truthBlocks(truths, LEAST_WIDTH);
  const { width } = table;
  const content = {
    name: exportText.pictureTitle(`${lesson}, ${moment.toLowerCase()}`, cloud.lab.release),
    description: `${plain(sentenceOf(session))} ${truthsInWords(truths)}`,
    heading: actor ? exportText.pictureMoment(moment, en.actors[actor]) : moment,
    blocks: [sentenceBlock(session, width), table, verdict, ...witnesses(session, width)],
    footer: exportText.pictureFooter(cloud.lab.release, lesson)
  };
  return framed(content, 'auto');
}
