/** Whose code the site ships: the packages of the modules that the bundler put into a file, and their licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it, in SPDX. */
  readonly licence: string;
  /** The licence itself, and what the package says of others' code in it. */
  readonly texts: readonly string[];
}

/**
 * Licences that let the site be passed on under its own, with the texts beside it. One that is not here stops the build,
 * and somebody reads it.
 */
const acceptedLicences: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** What somebody read in the licence of a package that does not name it in its package.json. */
const readByHand: Readonly<Record<string, string>> = { 'svelte-toolbelt': 'MIT' };

/** The folder of the package that a module is of; null for a module of our own. */
function packageFolder(id: string): string | null {
  // What the bundlers themselves put in: `\0vite/preload-helper.js`, `\0rolldown/runtime.js`.
  const [, tool] = /^\0(vite|rolldown)\//.exec(id) ?? [];
  if (tool !== undefined) return join('node_modules', tool);
  const [, folder] = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(id) ?? [];
  return folder?.split('/').join(sep) ?? null;
}

function read(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|thirdpartynotices)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
    // A bundler carries others' code in itself, and of all that only a few lines of its own come into the site.
    .map((text) => text.replace(/^# Licenses of bundled dependencies[^]*/m, '').trim());
  return { name, version, licence: license ?? readByHand[name] ?? '', texts };
}

/** Why a package may not be shipped; null when it may. */
export function objectionTo({ name, licence, texts }: ShippedPackage): string | null {
  if (licence === '') return `${name} names no licence`;
  // `(MIT OR Apache-2.0)`: the choice is ours.
  const choices = licence.replace(/[()]/g, '').split(' OR ');
  if (!choices.some((choice) => acceptedLicences.includes(choice)))
    return `${name} is under ${licence}: read it, and accept it or do without`;
  if (texts.length === 0) return `${name} comes without the text of its licence (${licence})`;
  return null;
}

/** Watches one build or several, and knows afterwards what went into them. */
export class ShippedPackages {
  readonly #folders = new Set<string>();

  /** For each build, and for the workers in it. */
  readonly watch = (): Plugin => ({
    name: 'shipped-packages',
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = renderedLength > 0 || id.endsWith('.css') ? packageFolder(id) : null;
          if (folder !== null && existsSync(join(folder, 'package.json'))) this.#folders.add(folder);
        }
      }
    }
  });

  /** By name. Throws when one may not be shipped. */
  list(): readonly ShippedPackage[] {
    const packages = [...this.#folders].map(read).sort((one, other) => (one.name < other.name ? -1 : 1));
    const objections = packages.map(objectionTo).filter((objection) => objection !== null);
    if (objections.length > 0) throw new Error(`The licences of what is shipped:\n${objections.join('\n')}`);
    return packages;
  }
}
