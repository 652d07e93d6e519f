/** The headers for nginx: a map for each header, by where the file is, and a line that sends it. */
import { rules } from './headers.ts';

const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
const variable = (name: string): string => `$playground_${name.toLowerCase().replaceAll('-', '_')}`;

/** As a regular expression over the address, whatever path the site is below. */
function pattern(path: string): string {
  if (path === '') return 'default';
  const escaped = path.replaceAll('.', '\\.');
  return `~/${escaped}${path.endsWith('/') ? '' : '$'}`;
}

/** nginx takes the first expression that fits, so the last rule comes first. */
function map(name: string): string {
  const lines = rules.flatMap(({ path, headers }) =>
    headers[name] === undefined ? [] : [`    ${pattern(path)} "${headers[name]}";`]
  );
  return [`map $uri ${variable(name)} {`, ...lines.reverse(), '}'].join('\n');
}

/** For the http level: a file of `conf.d`. */
export function nginxMaps(): string {
  return `# What the playground's files are sent with. Include it in http { }.\n${names.map(map).join('\n')}\n`;
}

/** For the location of the site. A header whose value is empty is not sent. */
export function nginxHeaders(): string {
  const lines = names.map((name) => `add_header ${name} ${variable(name)} always;`);
  return `# Include it in the location of the playground, beside playground-maps.conf in http { }.\n${lines.join('\n')}\n`;
}
