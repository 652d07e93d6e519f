/**
 * The words of predictions: the answers to choose from, and why one is right and another is not. In English.
 *
 * Explanations are made of what the engine decided; nothing here knows which answer is right.
 */
import type { Answer, Evidence } from '../../../session/lesson/answer.ts';
import type { Prediction } from '../../../session/lesson/lesson.ts';
import type { WhyDisk } from '../../../session/views/why-disk.ts';
import type { WayOut } from '../../../session/views/ways-out.ts';
import { en } from '../en.ts';
import { optionText } from './prediction-options.ts';
import { repairsText } from './repairs.ts';
import { why, whySentence } from './why.ts';

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

/** Who holds the guessed name in Nova’s walk; null when nobody does. */
function holderInWalk(walk: readonly WhyDisk[], guess: string): string | null {
  const holder = walk.find(({ device, outcome }) => device === guess && outcome !== 'dropped');
  return holder?.disk?.name ?? null;
}

function naming({ walk, asked }: Of<'naming'>, guess: string, right: string): readonly string[] {
  const sentences = walk.flatMap((one) => whySentence(one) ?? []);
  const holder = holderInWalk(walk, guess);
  const passed = asked?.tried.find(({ device }) => device === guess);
  const wrong =
    guess === right || guess === 'nowhere'
      ? []
      : passed
        ? [`${guess} was considered first, but ${passed.by === 'row' ? 'the ' : ''}${why.heldBy(passed)} has it.`]
        : holder
          ? [`In this walk ${guess} goes to ${holder}.`]
          : right === 'nowhere'
            ? []
            : [`${guess} was not looked at any more: ${right} came first and was free.`];
  return [...wrong, ...sentences, ...(asked?.inDomain ? [why.contrast(asked)] : [])];
}

function guest({ disks, target }: Of<'guest'>, right: string): readonly string[] {
  const order = disks.map(({ name, identity }) => `${name} ${identity.name}`).join(', ');
  const same =
    target === null
      ? []
      : target === right
        ? [`libvirt’s name for it is ${target} as well, but the guest cannot see that.`]
        : [`libvirt’s name for it is ${target}; the guest never sees that name.`];
  return [`The guest has, in the order in which its kernel found them: ${order}.`, ...same];
}

function client({ exchange, refusal, failure }: Of<'client'>): readonly string[] {
  if (refusal !== null) return [`nova-api refuses before anything happens: ${refusal}`];
  const answer = exchange?.code
    ? [`nova-api answers ${en.clientAnswer(exchange.code, exchange.device, exchange.refusal)}.`]
    : [];
  if (failure === null) return [...answer, 'The work after the answer succeeds.'];
  const after =
    exchange?.aftermath === 'status ERROR'
      ? 'Nobody sends that to the client; but whoever looks finds the server in status ERROR.'
      : 'That goes into nova-compute.log. The answer was given before, so nobody tells the client.';
  return [...answer, `After that the work fails: ${failure}`, after];
}

function verdict({ verdict: found, next }: Of<'verdict'>): readonly string[] {
  return [en.verdict(found), ...(next === null ? [] : [`The next volume would get ${next}.`])];
}

function status({ failure, isOver }: Of<'status'>): readonly string[] {
  if (failure !== null) return [`The work fails on its way: ${failure}`];
  return [isOver ? 'The work comes to its end without a failure.' : 'The work is still going on at that moment.'];
}

function told({ way, outcome, requests }: WayOut): string {
  const care = repairsText.care[way];
  const count = requests.length === 1 ? '1 operation' : `${requests.length} operations`;
  const included = requests.some(({ type }) => type === 'attach') ? ', the attach included' : '';
  return `${repairsText.ways[way]} (${count}${included}): ${repairsText.outcomes[outcome]}. ${care}`.trim();
}

/** What asks for a closer look at a way that was guessed, and the one that was right. */
function repairs({ asked, ways }: Of<'repairs'>, guess: string): readonly string[] {
  const guessed = ways.find(({ way }) => way === guess);
  const shown = [...new Set([guessed, asked])].filter((way) => way !== undefined && way !== null);
  return [
    ...shown.map(told),
    'The domain keeps its names until it is built anew. What builds it from a mapping that is sound repairs it; what keeps it, or builds it from two equal names, does not.'
  ];
}

function fstab({ line, finds }: Of<'fstab'>): readonly string[] {
  if (line === null) return ['The file has no line for that disk.'];
  const found = finds?.finds ? `${line.source} is then ${finds.finds.name}.` : `Nothing is called ${line.source} then.`;
  return [`The line reads: ${line.line}`, `It was written for ${line.meant.name}. ${found}`];
}

function reasons({ evidence, right }: Answer, guess: string): readonly string[] {
  switch (evidence.kind) {
    case 'naming':
      return naming(evidence, guess, right);
    case 'guest':
      return guest(evidence, right);
    case 'client':
      return client(evidence);
    case 'verdict':
      return verdict(evidence);
    case 'status':
      return status(evidence);
    case 'repairs':
      return repairs(evidence, guess);
    case 'fstab':
      return fstab(evidence);
  }
}

/** Whether the guess is right, in a sentence, and then why. */
export function explanation(prediction: Prediction, answer: Answer, guess: string): readonly string[] {
  const right = optionText(prediction, answer.right);
  const verdictOnGuess = guess === answer.right ? `Right: ${right}.` : `Not quite. It is: ${right}.`;
  return [verdictOnGuess, ...reasons(answer, guess)];
}
