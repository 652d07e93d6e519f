/**
 * Words and operators as a list of pipelines.
 *
 * Upstream: bash(1), SHELL GRAMMAR: pipelines joined by `;`, `&&` and `||`, from left to right. Simplified: no compound
 * commands, no functions, nothing in the background, nothing written to files.
 */
import type { Result } from '../../engine/kernel/result.ts';
import { attempt, Problem } from '../text/problem.ts';
import { plainText, type Piece, type Token } from './words.ts';

/** A word that is still to be expanded. */
export type Word = readonly Piece[];

/** Where standard output and standard error of one command go. */
export interface Redirections {
  /** Files to read standard input from: the last one counts. */
  readonly input: Word | null;
  readonly stdout: 'terminal' | 'nowhere';
  readonly stderr: 'terminal' | 'nowhere' | 'stdout';
}

/** One command with its words. */
export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly redirections: Redirections;
}

/** A pipeline, and when it is run after the one before it. */
export interface Pipeline {
  readonly when: 'always' | 'success' | 'failure';
  readonly commands: readonly SimpleCommand[];
}

const NO_REDIRECTIONS: Redirections = { input: null, stdout: 'terminal', stderr: 'terminal' };

const CONDITIONS: Readonly<Record<string, Pipeline['when']>> = {
  ';': 'always',
  '\n': 'always',
  '&&': 'success',
  '||': 'failure'
};

const KEYWORDS = [
  'if',
  'for',
  'while',
  'until',
  'case',
  'select',
  'function',
  'then',
  'do',
  'done',
  'fi',
  'esac',
  'else',
  'elif',
  '{',
  '}',
  '!',
  '[['
];

function unexpected(token: string): Problem {
  return new Problem(`syntax error near unexpected token \`${token === '\n' ? 'newline' : token}'`);
}

class Grammar {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  list(): readonly Pipeline[] {
    const pipelines: Pipeline[] = [];
    let when: Pipeline['when'] = 'always';
    this.#skipNewlines();
    while (this.#at < this.#tokens.length) {
      pipelines.push({ when, commands: this.#pipeline() });
      const operator = this.#operator();
      if (operator === null) break;
      const following = CONDITIONS[operator];
      if (following === undefined) throw this.#refusal(operator);
      when = following;
      this.#at++;
      if (operator !== ';') this.#skipNewlines();
      if (when !== 'always' && this.#at >= this.#tokens.length)
        throw new Problem('syntax error: unexpected end of file');
      if (operator === ';') this.#skipNewlines();
    }
    return pipelines;
  }

  #operator(): string | null {
    const token = this.#tokens[this.#at];
    return token?.type === 'operator' ? token.text : null;
  }

  #skipNewlines(): void {
    while (this.#operator() === '\n') this.#at++;
  }

  #refusal(operator: string): Problem {
    if (operator === '&') return new Problem('&: the lab runs one command at a time; leave out the &');
    if (operator === '(') return new Problem("syntax error near unexpected token `('");
    return unexpected(operator);
  }

  #pipeline(): readonly SimpleCommand[] {
    const commands = [this.#command()];
    for (let operator = this.#operator(); operator === '|' || operator === '|&'; operator = this.#operator()) {
      this.#at++;
      const last = commands.at(-1);
      if (operator === '|&' && last) {
        commands[commands.length - 1] = { ...last, redirections: { ...last.redirections, stderr: 'stdout' } };
      }
      this.#skipNewlines();
      if (this.#at >= this.#tokens.length) throw new Problem('syntax error: unexpected end of file');
      commands.push(this.#command());
    }
    return commands;
  }

  #command(): SimpleCommand {
    const words: Word[] = [];
    let redirections = NO_REDIRECTIONS;
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if (token.type === 'word') {
        if (words.length === 0 && token.isOpen) refuseKeyword(plainText(token.pieces));
        words.push(token.pieces);
        this.#at++;
      } else if (/[<>]/.test(token.text)) {
        redirections = this.#redirect(token.text, redirections);
      } else {
        break;
      }
    }
    if (words.length === 0 && redirections === NO_REDIRECTIONS) {
      const operator = this.#operator();
      if (operator === '(') throw new Problem('(: the lab has no subshells; write the commands one after the other');
      throw operator === null ? new Problem('syntax error: unexpected end of file') : unexpected(operator);
    }
    return { words, redirections };
  }

  #redirect(operator: string, before: Redirections): Redirections {
    this.#at++;
    const token = this.#tokens[this.#at];
    if (token?.type !== 'word') throw unexpected(token?.text ?? 'newline');
    this.#at++;
    const target = plainText(token.pieces);
    const stream = /^\d/.exec(operator)?.[0] ?? '';
    if (operator.includes('<<'))
      throw new Problem('<<: the lab has no here-documents; pipe the text in, or name a file');
    if (operator.includes('<')) return { ...before, input: token.pieces };
    if (operator.endsWith('>&')) {
      if (stream === '2' && target === '1')
        return { ...before, stderr: before.stdout === 'nowhere' ? 'nowhere' : 'stdout' };
      if (stream !== '2' && target === '2') return before;
    }
    if (target !== '/dev/null') {
      throw new Problem(
        `${target}: Read-only file system: nothing is written in this lab; read the output here, or pipe it`
      );
    }
    if (operator.startsWith('&')) return { ...before, stdout: 'nowhere', stderr: 'nowhere' };
    return stream === '2' ? { ...before, stderr: 'nowhere' } : { ...before, stdout: 'nowhere' };
  }
}

function refuseKeyword(word: string): void {
  if (!KEYWORDS.includes(word)) return;
  throw new Problem(
    `${word}: the lab runs plain commands only, no loops, conditions or functions; write them one by one`
  );
}

/** The pipelines of a line, or what is wrong with it. */
export function readPipelines(tokens: readonly Token[]): Result<readonly Pipeline[], string> {
  return attempt(() => new Grammar(tokens).list());
}
