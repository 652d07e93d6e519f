import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../src/lib/engine/libvirt/parse-xml.ts';
import { attributeOf } from '../../../../src/lib/engine/libvirt/xml-tree.ts';
import {
  embedRecipe,
  frameAddress,
  RECIPES,
  type Embed,
  type Recipe
} from '../../../../src/lib/ui/share/embed-recipes.ts';

const lessonMoment: Embed = {
  site: 'https://docs.example.org/playground/',
  presentation: { lesson: 'the-article', step: 39, panels: ['truths', 'log'], theme: 'dark', readonly: true },
  fragment: null,
  title: 'The article, step 39',
  height: 640
};

const ownMoment: Embed = {
  ...lessonMoment,
  presentation: { theme: 'dark' },
  fragment: '1.q1bKSUxSsqqu1VHKzS9LLVayio6t_'
};

const SRC =
  'https://docs.example.org/playground/embed/?lesson=the-article&amp;step=39&amp;panels=truths,log&amp;theme=dark&amp;readonly';

const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

function written(recipe: Recipe, embed = lessonMoment): string {
  const text = embedRecipe(recipe, embed);
  if (text === null) throw new Error(`no ${recipe}`);
  return text;
}

/** The frame of a recipe, as what parses HTML reads it. */
function frameIn(text: string) {
  const [html = ''] = /<iframe .*<\/iframe>/.exec(text) ?? [];
  const parsed = parseXml(html.replace(' style={{ border: 0 }}', ''));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const withFrame = RECIPES.filter((recipe) => !['element', 'picture', 'hugo'].includes(recipe));

describe('a frame’s address', () => {
  it('names a lesson’s moment in the query, and one’s own in the fragment', () => {
    expect(frameAddress(lessonMoment)).toBe(SRC.replaceAll('&amp;', '&'));
    expect(frameAddress(ownMoment)).toBe(
      'https://docs.example.org/playground/embed/?theme=dark#1.q1bKSUxSsqqu1VHKzS9LLVayio6t_'
    );
  });
});

describe('the recipes', () => {
  it('HTML is the frame alone', () => {
    expect(written('html')).toBe(
      `<iframe src="${SRC}" title="The article, step 39" width="100%" height="640" loading="lazy" sandbox="${SANDBOX}" allow="clipboard-write" style="border: 0"></iframe>`
    );
  });

  it('each frame may run, open the whole page and save, and nothing of the page around', () => {
    for (const recipe of withFrame) {
      expect(attributeOf(frameIn(written(recipe)), 'sandbox'), recipe).toBe(SANDBOX);
    }
    expect(written('hugo')).toContain(` sandbox="${SANDBOX}" allow="clipboard-write" `);
  });

  it('the element is told the same by its attributes', () => {
    expect(written('element').split('\n')).toEqual([
      '<script src="https://docs.example.org/playground/embed.v1.js" async=""></script>',
      '<nova-disk-playground lesson="the-article" step="39" panels="truths,log" theme="dark" readonly="" label="The article, step 39"><a href="https://docs.example.org/playground/?lesson=the-article&amp;step=39">Open this moment in the nova disk playground</a></nova-disk-playground>'
    ]);
    expect(written('element', ownMoment)).toContain(
      ' theme="dark" src-hash="1.q1bKSUxSsqqu1VHKzS9LLVayio6t_" label="The article, step 39"><a href="https://docs.example.org/playground/#1.q1bKSUxSsqqu1VHKzS9LLVayio6t_">'
    );
  });

  it('reStructuredText is a raw block, and a link for a PDF', () => {
    expect(written('rest').split('\n')).toEqual([
      '.. raw:: html',
      '',
      `   ${written('html')}`,
      '',
      '`Open this moment in the nova disk playground <https://docs.example.org/playground/?lesson=the-article&step=39>`__'
    ]);
  });

  it('reStructuredText escapes an address that would be the name of another link', () => {
    expect(written('rest', ownMoment)).toMatch(/#1\.q1bKSUxSsqqu1VHKzS9LLVayio6t\\_>`__$/);
  });

  it('AsciiDoc is a passthrough block for web pages alone, and a link for a PDF', () => {
    expect(written('asciidoc').split('\n')).toEqual([
      'ifdef::backend-html5[]',
      '++++',
      written('html'),
      '++++',
      'endif::[]',
      '',
      'link:++https://docs.example.org/playground/?lesson=the-article&step=39++[Open this moment in the nova disk playground]'
    ]);
  });

  it('MDX has no style attribute', () => {
    expect(written('mdx')).toContain('<iframe style={{ border: 0 }} src="');
    expect(written('mdx')).not.toContain('style="');
  });

  it('Hugo has a shortcode, and its use with all that it takes', () => {
    const use = written('hugo').split('\n').at(-1) ?? '';
    expect(use).toBe(
      `{{< nova-disk-playground src="${SRC.replaceAll('&amp;', '&')}" title="The article, step 39" height="640" >}}`
    );
    for (const name of ['src', 'title', 'height']) expect(written('hugo')).toContain(`{{ .Get "${name}" }}`);
  });

  it('a picture that leads to the moment is there for lessons, which have pictures', () => {
    expect(written('picture')).toBe(
      '[![The article, step 39](https://docs.example.org/playground/pictures/the-article/39.svg)](https://docs.example.org/playground/?lesson=the-article&step=39)'
    );
    expect(embedRecipe('picture', ownMoment)).toBeNull();
  });
});

describe('the recipes with a hostile title', () => {
  const TITLES = [
    '"></iframe><script>alert(1)</script>',
    'a" onload="alert(1)',
    "a' b",
    'a\n\n++++\n<script>',
    '``` ` \\" \\',
    '{{< evil >}} {{ .Site }} ${x} {x}',
    '&quot;&amp;',
    ']] ![x](y) <b>',
    'ends in \\\\'
  ] as const;
  const hostile = fc.oneof(fc.constantFrom(...TITLES), fc.string({ unit: 'binary' }));

  it.each(TITLES)('which reads: %s', (title) => {
    for (const recipe of withFrame) {
      const frame = frameIn(written(recipe, { ...lessonMoment, title }));
      expect(attributeOf(frame, 'title')).toBe(title.replace(/\s+/g, ' '));
    }
  });

  it.each(withFrame)('%s: nothing is added to the frame', (recipe) => {
    fc.assert(
      fc.property(hostile, (title) => {
        const text = written(recipe, { ...lessonMoment, title });
        const frame = frameIn(text);
        expect(frame.children).toEqual([]);
        expect(frame.attributes).toHaveLength(frameIn(written(recipe)).attributes.length);
        expect(attributeOf(frame, 'src')).toBe(frameAddress(lessonMoment));
        expect(text.split('\n')).toHaveLength(written(recipe).split('\n').length);
      })
    );
  });

  it('Hugo: a backslash stays what it is', () => {
    const use = written('hugo', { ...lessonMoment, title: 'C:\\dir "q" \\' });
    expect(use).toContain('title=`C:\\dir "q" \\` ');
  });

  it('Markdown: Jekyll finds no tag of its own in it', () => {
    expect(written('markdown', { ...lessonMoment, title: '{{ site.title }} {% raw %}' })).not.toMatch(/\{[{%]/);
  });

  it('Hugo: it ends no parameter', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const use =
          written('hugo', { ...lessonMoment, title })
            .split('\n')
            .at(-1) ?? '';
        expect(use).toMatch(
          /^\{\{< nova-disk-playground src="[^"]*" title=(?:"(?:[^"\\\n]|\\")*"|`[^`\n]*`) height="640" >\}\}$/
        );
      })
    );
  });
});
