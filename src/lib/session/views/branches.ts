/**
 * The branches of history, told by what was asked on them after they part from the one that is looked at.
 */
import type { RequestName } from '../../engine/cloud/operations.ts';
import type { SessionMoment } from '../session.ts';
import { branchesOf, type Branch, type Timeline } from '../timeline.ts';

/** A branch for a list. */
export interface BranchView {
  readonly branch: Branch;
  /** The number of its last moment. */
  readonly last: number;
  /** Whether it is the one that is looked at. */
  readonly isCurrent: boolean;
  /** What was asked on it after it parted, in order; on the current branch, everything. */
  readonly asked: readonly RequestName[];
}

/** All branches; one alone while nobody has acted in the past. */
export function branchViews(history: Omit<Timeline<SessionMoment>, 'position'>): readonly BranchView[] {
  const currentEnd = history.line.at(-1);
  return branchesOf(history).map((branch) => {
    const isCurrent = branch.line.at(-1) === currentEnd;
    const own = isCurrent ? branch.line : branch.line.slice(branch.forksAt + 1);
    const asked = own.flatMap((index) => history.moments[index]?.value.request?.type ?? []);
    return { branch, last: branch.line.length - 1, isCurrent, asked };
  });
}
