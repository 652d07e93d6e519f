/**
 * The shape of the generated geometry of the statechart. Numbers are whole units; at the usual size one is a pixel.
 */

/** Where something lies. */
export type Area = readonly [x: number, y: number, width: number, height: number];

/** A way as its corners, `x, y, x, y, …`, from where it begins to where it ends. */
export type Corners = readonly number[];

/** One drawing of the machine. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** By name; `any` stands for every state. */
  readonly boxes: Readonly<Record<string, Area>>;
  /** By id of the transition. Empty in a drawing that is too small for them. */
  readonly chips: Readonly<Record<string, Area>>;
  /** By `active.stop>stopped`. Without chips by `active>stopped`, which then also stands for the way back. */
  readonly lines: Readonly<Record<string, Corners>>;
}

/** The two drawings: with a chip for each transition, and a map for where there is no room for that. */
export interface ChartLayouts {
  readonly full: ChartLayout;
  readonly map: ChartLayout;
}
