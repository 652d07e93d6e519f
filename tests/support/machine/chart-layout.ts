/**
 * Lays the statechart out with ELK: which box stands where, and how the lines run between them.
 *
 * A box has a chip for each operation. In the full drawing a chip with a line hangs at the edge of its box, as a port
 * of ELK's, which chooses the edge and the order; one that leads nowhere else lies inside. The map has boxes only, and
 * one line for both ways between two of them. What every state allows stands below, once.
 */
import ELK, { type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import type { Statechart, Transition } from '../../../src/lib/machine/statechart.ts';
import type { Area, ChartLayout, ChartLayouts, Corners } from '../../../src/lib/ui/lifecycle/layout.ts';

/** Two lines of the longest operation's name. */
const CHIP = { width: 62, height: 34, gap: 4 } as const;
const TITLE_HEIGHT = 28;
/** A character of a monospaced font at 12 pixels, and the room beside a name. */
const CHARACTER = 7.25;
const BESIDE = 12;
const CHIPS_IN_A_ROW = 5;
const BETWEEN_GRAPHS = 20;

const EVERYWHERE = 'any';
const EVERYWHERE_TITLE = 'any state';

const common: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
  // The machine names a state before the states that follow it.
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.padding': '[left=2,top=2,right=2,bottom=2]'
};

const fullOptions: LayoutOptions = {
  ...common,
  'elk.randomSeed': '1',
  'elk.layered.mergeEdges': 'true',
  'elk.spacing.nodeNode': '10',
  'elk.spacing.portPort': String(CHIP.gap),
  'elk.spacing.edgeNode': '8',
  'elk.spacing.edgeEdge': '7',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8'
};

const mapOptions: LayoutOptions = {
  ...common,
  // Of the seeds that were tried the one with the narrowest drawing.
  'elk.randomSeed': '3',
  'elk.spacing.nodeNode': '8',
  'elk.spacing.edgeNode': '6',
  'elk.spacing.edgeEdge': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '7'
};

/** Boxes that lines hold together. */
interface Part {
  readonly direction: 'DOWN' | 'RIGHT';
  readonly boxes: readonly string[];
  readonly transitions: readonly Transition[];
}

function startOf({ from }: Transition): string {
  return from ?? EVERYWHERE;
}

/** The boxes that the first one is connected with, whichever way the lines go. */
function connected({ boxes, transitions }: Statechart): ReadonlySet<string> {
  const found = new Set(boxes.slice(0, 1));
  const lines = transitions.flatMap(({ from, ends }) => (from === null ? [] : ends.map((to) => [from, to])));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const line of lines) if (line.some((box) => found.has(box))) line.forEach((box) => found.add(box));
  }
  return found;
}

/** The life of a server, and what can happen to it in every state. */
function partsOf(chart: Statechart): readonly Part[] {
  const life = connected(chart);
  const isLife = (transition: Transition) => life.has(startOf(transition));
  return [
    {
      direction: 'DOWN',
      boxes: chart.boxes.filter((box) => life.has(box)),
      transitions: chart.transitions.filter(isLife)
    },
    {
      direction: 'RIGHT',
      boxes: [EVERYWHERE, ...chart.boxes.filter((box) => !life.has(box))],
      transitions: chart.transitions.filter((transition) => !isLife(transition))
    }
  ];
}

/** Where a transition has a line to: the boxes of its own part. */
function drawnTargets(transition: Transition, { boxes }: Part): readonly string[] {
  return transition.ends.filter((to) => to !== startOf(transition) && boxes.includes(to));
}

function titleWidth(box: string): number {
  return Math.ceil((box === EVERYWHERE ? EVERYWHERE_TITLE : box).length * CHARACTER) + BESIDE;
}

function along(count: number, size: number): number {
  return count === 0 ? 0 : count * (size + CHIP.gap) - CHIP.gap;
}

/** The chips that lie inside a box. */
function chipsInside(box: string, part: Part): readonly Transition[] {
  return part.transitions.filter(
    (transition) =>
      startOf(transition) === box && transition.operation !== null && drawnTargets(transition, part).length === 0
  );
}

function fullBox(box: string, part: Part): ElkNode {
  const inside = chipsInside(box, part).length;
  const hanging = part.transitions.filter(
    (transition) =>
      startOf(transition) === box && transition.operation !== null && drawnTargets(transition, part).length > 0
  );
  const rows = Math.ceil(inside / CHIPS_IN_A_ROW);
  const width = Math.max(titleWidth(box), along(Math.min(inside, CHIPS_IN_A_ROW), CHIP.width) + 2 * CHIP.gap);
  const height = TITLE_HEIGHT + (rows === 0 ? 0 : along(rows, CHIP.height) + CHIP.gap);
  return {
    id: box,
    layoutOptions: {
      'elk.nodeSize.constraints': 'MINIMUM_SIZE PORTS',
      'elk.nodeSize.minimum': `(${width},${height})`,
      'elk.portConstraints': 'FREE',
      'elk.spacing.portsSurrounding': `[left=${CHIP.gap},top=0,right=${CHIP.gap},bottom=0]`
    },
    ports: hanging.map(({ id }) => ({ id, width: CHIP.width, height: CHIP.height }))
  };
}

function fullLines(part: Part): ElkExtendedEdge[] {
  return part.transitions.flatMap((transition) =>
    drawnTargets(transition, part).map((to) => ({
      id: `${transition.id}>${to}`,
      sources: [transition.operation === null ? startOf(transition) : transition.id],
      targets: [to]
    }))
  );
}

function mapBox(box: string): ElkNode {
  return { id: box, width: titleWidth(box), height: TITLE_HEIGHT };
}

/** One line between two boxes, however many ways there are. */
function mapLines(part: Part): ElkExtendedEdge[] {
  const found = new Map<string, ElkExtendedEdge>();
  for (const transition of part.transitions) {
    const from = startOf(transition);
    for (const to of drawnTargets(transition, part)) {
      if (!found.has(`${to}>${from}`))
        found.set(`${from}>${to}`, { id: `${from}>${to}`, sources: [from], targets: [to] });
    }
  }
  return [...found.values()];
}

function areaOf(node: ElkNode, [left, top]: readonly [number, number] = [0, 0]): Area {
  const { x = 0, y = 0, width = 0, height = 0 } = node;
  return [Math.round(left + x), Math.round(top + y), Math.round(width), Math.round(height)];
}

function cornersOf({ sections = [] }: ElkExtendedEdge): Corners {
  return sections
    .flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint])
    .flatMap(({ x, y }) => [Math.round(x), Math.round(y)]);
}

function placeInside(box: string, [x, y]: Area, part: Part): readonly (readonly [string, Area])[] {
  return chipsInside(box, part).map(({ id }, index) => {
    const column = index % CHIPS_IN_A_ROW;
    const row = Math.floor(index / CHIPS_IN_A_ROW);
    const left = x + CHIP.gap + column * (CHIP.width + CHIP.gap);
    const top = y + TITLE_HEIGHT + row * (CHIP.height + CHIP.gap);
    return [id, [left, top, CHIP.width, CHIP.height]];
  });
}

/** A part of the drawing as ELK laid it out. */
function read(graph: ElkNode, part: Part, chips: boolean): ChartLayout {
  const nodes = graph.children ?? [];
  const hanging = nodes.flatMap(({ x = 0, y = 0, ports = [] }) =>
    ports.map((port) => [port.id, areaOf(port, [x, y])] as const)
  );
  const inside = nodes.flatMap((node) => placeInside(node.id, areaOf(node), part));
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    boxes: Object.fromEntries(nodes.map((node) => [node.id, areaOf(node)])),
    chips: chips ? Object.fromEntries([...hanging, ...inside]) : {},
    lines: Object.fromEntries((graph.edges ?? []).map((edge) => [edge.id, cornersOf(edge)]))
  };
}

function moved(layout: ChartLayout, dx: number, dy: number): ChartLayout {
  const areas = (of: Readonly<Record<string, Area>>) =>
    Object.fromEntries(Object.entries(of).map(([id, [x, y, ...size]]) => [id, [x + dx, y + dy, ...size] as const]));
  const lines = Object.entries(layout.lines).map(
    ([id, corners]) => [id, corners.map((at, index) => at + (index % 2 === 0 ? dx : dy))] as const
  );
  return { ...layout, boxes: areas(layout.boxes), chips: areas(layout.chips), lines: Object.fromEntries(lines) };
}

/** One drawing above the other, both in the middle. */
function stacked(above: ChartLayout, below: ChartLayout): ChartLayout {
  const width = Math.max(above.width, below.width);
  const top = moved(above, Math.floor((width - above.width) / 2), 0);
  const rest = moved(below, Math.floor((width - below.width) / 2), above.height + BETWEEN_GRAPHS);
  return {
    width,
    height: above.height + BETWEEN_GRAPHS + below.height,
    boxes: { ...top.boxes, ...rest.boxes },
    chips: { ...top.chips, ...rest.chips },
    lines: { ...top.lines, ...rest.lines }
  };
}

async function drawn(chart: Statechart, kind: keyof ChartLayouts): Promise<ChartLayout> {
  const elk = new ELK();
  const isFull = kind === 'full';
  const laidOut = await Promise.all(
    partsOf(chart).map(async (part) => {
      const graph = await elk.layout({
        id: kind,
        layoutOptions: { ...(isFull ? fullOptions : mapOptions), 'elk.direction': part.direction },
        children: part.boxes.map((box) => (isFull ? fullBox(box, part) : mapBox(box))),
        edges: isFull ? fullLines(part) : mapLines(part)
      });
      return read(graph, part, isFull);
    })
  );
  return laidOut.reduce(stacked);
}

/** Both drawings of a statechart. The same statechart gives the same numbers. */
export async function layoutsOf(chart: Statechart): Promise<ChartLayouts> {
  return { full: await drawn(chart, 'full'), map: await drawn(chart, 'map') };
}
