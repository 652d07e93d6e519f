/**
 * Who may import whom: one line a layer, with the reason. A layer may always import its own folder.
 *
 * A layer without `packages` imports none, not even Node's own modules: everything up to the cli has to run in the
 * page, in a worker and on Node alike.
 */
const engine = '^src/lib/engine/';
const machine = '^src/lib/machine/';
const session = '^src/lib/session/';
const cli = '^src/lib/cli/';
const lessons = '^src/lib/lessons/';
const ui = '^src/lib/ui/';
const islands = '^src/islands/';
const element = '^src/embed/';
const routes = '^src/routes/';
const offline = '^src/offline/';
const hosting = '^src/hosting/';
const build = '^src/build/';

/** @type {{ name: string; folder: string; mayImport: string[]; packages?: string; comment: string }[]} */
const layers = [
  {
    name: 'kernel-stands-alone',
    folder: `${engine}kernel/`,
    mayImport: [],
    comment: 'Everybody shares the kernel, so whatever it imported would become everybody’s dependency.'
  },
  {
    name: 'cinder-knows-only-cinder',
    folder: `${engine}cinder/`,
    mayImport: [`${engine}kernel/`],
    comment: 'Cinder is a service of its own: it keeps volumes and attachments and has never heard of a domain.'
  },
  {
    name: 'libvirt-knows-only-libvirt',
    folder: `${engine}libvirt/`,
    mayImport: [`${engine}kernel/`],
    comment: 'libvirt judges every call by its own domain alone and has no idea that Nova exists.'
  },
  {
    name: 'guest-sees-hardware',
    folder: `${engine}guest/`,
    mayImport: [`${engine}(kernel|libvirt)/`],
    comment: 'A guest sees the hardware that libvirt gives it, and nothing of the cloud behind it.'
  },
  {
    name: 'nova-drives-libvirt-and-cinder',
    folder: `${engine}nova/`,
    // The guest is let through here because a rule of its own, with a reason of its own, forbids it below.
    mayImport: [`${engine}(kernel|libvirt|cinder|guest)/`],
    comment: 'Nova talks to libvirt and Cinder; the lab that holds all three is above it and not its business.'
  },
  {
    name: 'cloud-stays-in-the-engine',
    folder: `${engine}cloud/`,
    mayImport: [engine],
    comment: 'The lab is plain data that anything can step, a model checker too: nothing above the engine, no package.'
  },
  {
    name: 'machine-drives-the-engine',
    folder: machine,
    mayImport: [engine],
    packages: 'xstate',
    comment: 'The lifecycle decides what is allowed and lets the engine act; whoever asks it stands above it.'
  },
  {
    name: 'session-drives-the-machine',
    folder: session,
    mayImport: [engine, machine],
    packages: 'valibot',
    comment:
      'The session is the only writer of state, and it runs on Node too: no page, and no XState beside the machine. ' +
      'Valibot judges links, which come from outside.'
  },
  {
    name: 'cli-speaks-over-a-session',
    folder: cli,
    mayImport: [engine, machine, session],
    comment: 'Command line in, text out, the same on Node as in the page’s terminal: so it must not know the page.'
  },
  {
    name: 'lessons-are-data',
    folder: lessons,
    mayImport: [session],
    comment:
      'A lesson is a folder of data that anybody can add, in the words of the session’s runner, which also knows what ' +
      'they mean: it describes a lab and goals and runs nothing.'
  },
  {
    name: 'ui-shows-a-session',
    folder: ui,
    mayImport: [engine, machine, session, cli, lessons],
    packages: '.*',
    comment: 'Components show what a session holds wherever they are put, so they know no route.'
  },
  {
    name: 'islands-wake-components',
    folder: islands,
    mayImport: [ui, lessons],
    packages: '.*',
    comment:
      'An island is a component that runs in a page, and the data it is woken with: the rest is its own business.'
  },
  {
    name: 'element-is-small',
    folder: element,
    mayImport: [`${ui}text/en/element\\.ts$`, `${ui}embed/(?:messages|frame-rights)\\.ts$`],
    packages: 'vite',
    comment:
      'The element stands in other people’s pages, under 3 kB and under a frozen name: a few words of its own are all ' +
      'that it may bring, and what it shares with the frame are types and what a frame may do. (Vite builds it.)'
  },
  {
    name: 'routes-only-wire',
    folder: routes,
    mayImport: [engine, machine, session, cli, lessons, ui, islands, hosting],
    packages: '.*',
    comment: 'A page wires components to a session; what is in src but in no layer has no place to be reached from.'
  },
  {
    name: 'offline-knows-no-page',
    folder: offline,
    mayImport: [],
    packages: 'workbox-[a-z]+',
    comment: 'The service worker keeps whatever files the build lists, so it is the same for any page.'
  },
  {
    name: 'hosting-is-plain-data',
    folder: hosting,
    mayImport: [],
    comment: 'What a server has to send is written down once; the build, the tests and each server’s own file read it.'
  },
  {
    name: 'build-reads-the-site',
    folder: build,
    mayImport: [hosting],
    packages: '.*',
    comment: 'What comes after Kit works on the finished files, as anybody could who has only those.'
  }
];

/** @param {(typeof layers)[number]} layer */
function asRule({ name, folder, mayImport, packages, comment }) {
  const packagePaths = packages === undefined ? [] : [`^node_modules/${packages}/`];
  return {
    name,
    comment,
    severity: /** @type {const} */ ('error'),
    from: { path: folder },
    // With any package allowed only src is looked at: `$app/...` and `./$types` are no files and resolve to nothing.
    to: { pathNot: [folder, ...mayImport, ...packagePaths], ...(packages === '.*' ? { path: '^src/' } : {}) }
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.map(asRule),
    {
      name: 'nova-never-sees-the-guest',
      comment:
        'Nova cannot see the names that the guest’s kernel gives to its disks. That is the lesson of this project, ' +
        'so its model of Nova cannot see them either.',
      severity: 'error',
      from: { path: `${engine}nova/` },
      to: { path: `${engine}guest/` }
    },
    {
      name: 'page-takes-types-only',
      comment:
        'A page that called the engine or the machine could change or judge state beside the session, and time ' +
        'travel would no longer be true. Types tell it what it shows; the session does the rest.',
      severity: 'error',
      from: { path: [ui, routes] },
      to: { path: [engine, machine], dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'page-runs-the-table',
      comment:
        'The XState machine is written for people, and its library weighs 14 kB gzip. What runs is the table that is ' +
        'generated from it, so nothing that the page loads may import the machine itself.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/lib/machine/instance\\.machine\\.ts$' }
    },
    {
      name: 'lessons-take-types-only',
      comment: 'Types keep a lesson’s data right; a call would make it a program that has to be run to be understood.',
      severity: 'error',
      from: { path: lessons },
      to: { path: session, dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'element-takes-types-only',
      comment: 'What the frame judges messages with weighs more than the whole element.',
      severity: 'error',
      from: { path: element },
      to: { path: `${ui}embed/messages\\.ts$`, dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'every-file-has-a-layer',
      comment: 'A new folder beside the layers would be bound by no rule here: give it a line in the table first.',
      severity: 'error',
      from: {},
      to: {
        path: '^src/lib/',
        pathNot: [`${engine}(kernel|cinder|libvirt|guest|nova|cloud)/`, machine, session, cli, lessons, ui]
      }
    },
    {
      name: 'no-node-in-the-page',
      comment: 'What is in src runs in a browser, where Node’s modules do not exist; but for what builds the site.',
      severity: 'error',
      from: { path: '^src/', pathNot: [build, `${islands}(build-islands|prerender)\\.ts$`] },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'pages-run-islands-only',
      comment:
        'Only what src/islands wakes runs in a page. Kit’s modules there would bring its client along, 13 kB gzip of ' +
        'router that documents without one do not need.',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: ['^\\$app/', '^node_modules/@sveltejs/kit/'] }
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'Tests know the product; a product that needs its tests cannot be shipped without them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' }
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that import each other are one module that nobody can read, test or replace in parts.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-orphans',
      comment: 'A module that imports nothing and that nothing imports is forgotten, or not yet wired in.',
      severity: 'error',
      from: { orphan: true, path: '^src/lib/' },
      to: {}
    }
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^\\.svelte-kit/'] },
    exclude: { path: ['^tests/conformance/data/'] },
    // Sees type-only imports too, and tells them from the others. (Of a component it sees only what is left after
    // compiling, so there a type-only import is simply absent.)
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: `${import.meta.dirname}/tests/support/checks/depcruise.tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default']
    }
  }
};
