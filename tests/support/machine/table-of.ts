/** Reads the transition table off the XState machine. */
import type { AnyStateNode } from 'xstate';
import type { InstanceEvent } from '../../../src/lib/machine/conditions.ts';
import { instanceMachine } from '../../../src/lib/machine/instance.machine.ts';
import type { Saved, StateRow, TransitionTable, Way } from '../../../src/lib/machine/table.ts';

type ActionObject = Readonly<{ type: string; params?: unknown }>;

function nameOf(node: AnyStateNode): string {
  return node.path.join('.');
}

/** The state without children that is entered with a node. */
function leafOf(node: AnyStateNode): AnyStateNode {
  const initial = node.initial.target[0];
  return initial ? leafOf(initial) : node;
}

function actionOf(actions: readonly unknown[]): Pick<Way, 'action'> {
  if (actions.length === 0) return {};
  const [action, ...others] = actions.map((one) => (typeof one === 'string' ? one : (one as ActionObject).type));
  if (others.length > 0 || (action !== 'request' && action !== 'deliver')) {
    throw new Error(`the table knows no such actions: ${[action, ...others].join(', ')}`);
  }
  return { action };
}

function waysOf(node: AnyStateNode): StateRow['on'] {
  const rows = [...node.transitions].map(([event, transitions]): [string, Way[]] => [
    event as InstanceEvent['type'],
    transitions.map(({ guard, actions, target }) => ({
      ...(guard === undefined ? {} : { guard: guard as NonNullable<Way['guard']> }),
      ...actionOf(actions),
      ...(target?.[0] ? { target: nameOf(leafOf(target[0])) } : {})
    }))
  ]);
  return Object.fromEntries(rows);
}

function rowOf(node: AnyStateNode): StateRow {
  const [entry] = node.entry as readonly ActionObject[];
  const { restsAs } = (node.meta ?? {}) as { restsAs?: string };
  return {
    ...(entry ? { saves: entry.params as Saved } : {}),
    ...(restsAs ? { restsAs } : {}),
    on: waysOf(node)
  };
}

function nodesBelow(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesBelow)];
}

/** The table of the machine as it is written now. */
export function tableOfMachine(): TransitionTable {
  const nodes = nodesBelow(instanceMachine.root);
  return {
    initial: nameOf(leafOf(instanceMachine.root)),
    states: Object.fromEntries(nodes.map((node) => [nameOf(node), rowOf(node)]))
  };
}
