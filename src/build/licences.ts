/** The page of plain text that says whose work the site is made of, as their licences ask for. */
import type { ShippedPackage } from './shipped-packages.ts';

const RULE = '-'.repeat(100);

export function licencesText(own: string, packages: readonly ShippedPackage[]): string {
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  const texts = packages.map(
    ({ name, version, texts }) => `${RULE}\n${name} ${version}\n${RULE}\n\n${texts.join('\n\n')}`
  );
  return [
    'nova disk playground: Apache-2.0, its text is at the end.',
    `It ships code of these packages, whose licences follow:\n\n${list.join('\n')}`,
    ...texts,
    `${RULE}\nnova disk playground\n${RULE}\n\n${own.trim()}`,
    ''
  ].join('\n\n');
}
