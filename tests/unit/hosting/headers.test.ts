import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/hosting/content-security-policy.js';
import { headersFile } from '../../../src/hosting/headers-file.ts';
import { headersOf } from '../../../src/hosting/headers.ts';
import { nginxHeaders, nginxMaps } from '../../../src/hosting/nginx.ts';
import { objectStorageScript } from '../../../src/hosting/object-storage.ts';

/** One file of each kind. */
const FILES = [
  'index.html',
  'lessons/names/index.html',
  'service-worker.js',
  'manifest.webmanifest',
  '_app/immutable/a-Bc1.js',
  'embed/index.html',
  'embed.v1.js',
  'pictures/names/3.svg'
];

describe('the headers', () => {
  test('hashed files are kept for good, pages and the worker are asked about each time', () => {
    expect(headersOf('_app/immutable/a-Bc1.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const file of ['', 'lessons/names/', 'service-worker.js', 'manifest.webmanifest'])
      expect(headersOf(file)['Cache-Control'], file).toBe('no-cache');
    expect(headersOf('embed.v1.js')['Cache-Control']).toBe('public, max-age=600');
  });

  test('only the embed may be framed by anybody', () => {
    expect(headersOf('embed/')['Content-Security-Policy']).toContain('frame-ancestors *');
    for (const file of ['', 'lessons/', 'embed.v1.js', 'embedded/'])
      expect(headersOf(file)['Content-Security-Policy'], file).toContain("frame-ancestors 'self'");
  });

  test('a server sends the policy that the pages carry, and who may frame them', () => {
    const sent = new Set((headersOf('')['Content-Security-Policy'] ?? '').split('; '));
    for (const [name, sources] of Object.entries(contentSecurityPolicy)) {
      expect(sent).toContain(
        [name, ...sources.map((source) => (source === 'blob:' ? source : `'${source}'`))].join(' ')
      );
    }
    expect(sent.size).toBe(Object.keys(contentSecurityPolicy).length + 1);
    expect([...sent].join()).not.toContain('unsafe-eval');
  });
});

test('in _headers exactly one rule fits each file, and says what the rules say', () => {
  const blocks = headersFile(FILES)
    .split('\n\n')
    .map((block) => block.trim().split('\n'));
  for (const file of FILES) {
    const fitting = blocks.filter(([path = '']) =>
      path.endsWith('*') ? `/${file}`.startsWith(path.slice(0, -1)) : `/${file}` === path
    );
    expect(fitting, file).toHaveLength(1);
    const said: unknown = Object.fromEntries((fitting[0] ?? []).slice(1).map((line) => line.trim().split(/: (.*)/)));
    expect(said, file).toEqual(headersOf(file));
  }
  expect(blocks.filter(([path]) => path === '/')).toHaveLength(1);
});

test('object storage gets each file once, the worker last', () => {
  const copies = objectStorageScript()
    .split('\n')
    .filter((line) => line.startsWith('rclone'));
  const takes = (line: string, file: string): boolean => {
    const filters = [...line.matchAll(/--filter '([+-]) ([^']+)'/g)];
    const first = filters.find(([, , pattern = '']) =>
      pattern.endsWith('*')
        ? `/${file}`.startsWith(pattern.replace(/\*+$/, '')) || pattern === '*'
        : `/${file}` === pattern
    );
    return first?.[1] !== '-';
  };
  for (const file of FILES) {
    const taking = copies.filter((line) => takes(line, file));
    expect(taking, file).toHaveLength(1);
    expect(taking[0], file).toContain(`'Cache-Control: ${String(headersOf(file)['Cache-Control'])}'`);
  }
  expect(takes(copies.at(-1) ?? '', 'service-worker.js')).toBe(true);
});

const hasNginx = spawnSync('nginx', ['-v']).status === 0;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
  });
}

test.runIf(hasNginx)('nginx sends what the rules say, below a path too (where nginx is installed)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, 'site/docs', file)), { recursive: true });
    writeFileSync(join(folder, 'site/docs', file), 'x');
  }
  writeFileSync(join(folder, 'maps.conf'), nginxMaps());
  writeFileSync(join(folder, 'headers.conf'), nginxHeaders());
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr; events {}
     http { access_log off; ${temporary.join(' ')} include maps.conf;
       server { listen ${port}; root ${folder}/site; location /docs/ { include headers.conf; } } }`
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], { stdio: 'ignore' });
  try {
    await expect
      .poll(() =>
        fetch(`http://localhost:${port}/docs/`).then(
          ({ status }) => status,
          () => 0
        )
      )
      .toBe(200);
    for (const file of FILES) {
      const { headers } = await fetch(`http://localhost:${port}/docs/${file.replace(/index\.html$/, '')}`);
      for (const [name, value] of Object.entries(headersOf(file)))
        expect(headers.get(name), `${file} ${name}`).toBe(value);
      if (!('Access-Control-Allow-Origin' in headersOf(file)))
        expect(headers.get('Access-Control-Allow-Origin'), file).toBeNull();
    }
  } finally {
    nginx.kill();
    rmSync(folder, { recursive: true });
  }
});
