/**
 * `--project`, `--user` and their domains (openstackclient/identity/common.py). The lab has one project and one user,
 * whose ids and names are those of whoever is logged in.
 */
import { ok, type Result } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { clientError, foundIfGiven, option, type Argument, type ClientError } from '../../argparse/argument.ts';
import type { Terminal } from '../../terminal.ts';

function named(kind: 'project' | 'user', id: (terminal: Terminal) => string, variable: string) {
  return (terminal: Terminal, name: string): Result<string, ClientError> => {
    if (name === id(terminal) || name === terminal.environment[variable]) return ok(id(terminal));
    return clientError('CommandError', `No ${kind} with a name or ID of '${name}' exists.`);
  };
}

const findProject = named('project', ({ session }) => cloudOf(session).lab.log.project_id, 'OS_PROJECT_NAME');
const findUser = named('user', ({ session }) => cloudOf(session).lab.log.user_id, 'OS_USERNAME');

/** `--project <project>`. */
export function project(help: string): Argument<string | null> {
  return foundIfGiven(option('--project', { metavar: '<project>', help }), findProject);
}

/** `--user <user>`. */
export function user(help: string): Argument<string | null> {
  return foundIfGiven(option('--user', { metavar: '<user>', help }), findUser);
}

function domain(kind: 'project' | 'user'): Argument<string | null> {
  return option(`--${kind}-domain`, {
    metavar: `<${kind}-domain>`,
    help: `Domain the ${kind} belongs to (name or ID). This can be used in case collisions between ${kind} names exist.`
  });
}

/** The lab has one domain, so there is nothing to choose. */
export const projectDomain = domain('project');
export const userDomain = domain('user');
