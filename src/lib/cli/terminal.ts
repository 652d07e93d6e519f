/**
 * A terminal of the lab: the session that its commands act on, and what a shell remembers between two lines.
 *
 * Immutable like the session: running a line gives the next terminal (shell/run-line.ts).
 */
import { cloudOf, type Session } from '../session/session.ts';

/** A terminal between two lines. */
export interface Terminal {
  readonly session: Session;
  /** The lines that were entered, oldest first. */
  readonly history: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The exit status of the last command. */
  readonly status: number;
}

/** Where the operator is logged in: home, and what the clients read. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  HOME: '/root',
  PWD: '/root',
  USER: 'root',
  OS_USERNAME: 'admin',
  OS_PROJECT_NAME: 'admin',
  OS_AUTH_URL: 'http://172.29.236.11:5000/v3'
};

/** A terminal whose commands act on a session. */
export function openTerminal(session: Session): Terminal {
  return { session, history: [], environment: ENVIRONMENT, status: 0 };
}

/** The same terminal over another moment: somebody has moved the session by other means. */
export function withSession(terminal: Terminal, session: Session): Terminal {
  return terminal.session === session ? terminal : { ...terminal, session };
}

/** The prompt: `(lab01)# `. */
export function promptOf({ session }: Terminal): string {
  return `(${cloudOf(session).lab.log.host})# `;
}
