/**
 * `<nova-disk-playground>`: a moment of the playground in anybody's page.
 *
 *     <script src="https://SITE/embed.v1.js" async></script>
 *     <nova-disk-playground lesson="the-article" step="31"></nova-disk-playground>
 *
 * A picture stands in the element's place until it comes into view; only then is the page of /embed/ loaded into a
 * frame. The file is a script and a module alike, so no server has to allow anything across origins. It adds no style
 * and no script to the host's page, and so needs nothing of a strict policy but the site in `script-src`, `frame-src`
 * and, for the picture, `img-src`.
 *
 * What hosts rely on is frozen: attributes, events and `goTo`. What would break one of them is embed.v2.ts.
 */
import { FRAME_RIGHTS } from '../lib/ui/embed/frame-rights.ts';
import type { FrameMessage, HostMessage, VERSION } from '../lib/ui/embed/messages.ts';
import { elementText as text } from '../lib/ui/text/en/element.ts';

const NAME = 'nova-disk-playground';
const MARK: typeof VERSION = 1;
const OWN_FILE = /\/embed\.v1\.js(?=$|[?#])/;

/** Pixels before the element comes into view at which its frame is fetched. */
const NEAR = '400px';

/** Pixels that the parts need, about; and the width from which two small ones stand side by side. */
const ROOM: Readonly<Record<string, number>> = { step: 235, truths: 295, client: 255, log: 230 };
const ROOM_OF_HEAD_AND_FOOT = 85;
const ROOM_OF_PANE = 510;
const TWO_COLUMNS = 650;

/**
 * The address of this file. A classic script is told which element runs it; a module is not, and `import.meta` would
 * forbid to be a classic script. So a module looks for itself among the scripts of the page, and one that was imported
 * among what the page has fetched.
 */
function ownAddress(): string {
  const running = document.currentScript;
  const known = [...(running instanceof HTMLScriptElement ? [running] : []), ...document.scripts].map(({ src }) => src);
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...known, ...fetched].find((address) => OWN_FILE.test(address)) ?? document.baseURI;
}

const site = new URL('.', ownAddress());

const FORWARDED = ['lesson', 'step', 'panels', 'controls', 'readonly'] as const;

/** A rule of the page about all elements is stronger than one about the host, unless that is important. */
const looks = `
:host { box-sizing: content-box !important; display: block; position: relative; overflow: hidden;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px }
:host([hidden]) { display: none }
div { height: 100%; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif }
a { position: absolute; inset: 0; display: grid; place-items: center; padding: 1rem; color: inherit; text-align: center }
img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; opacity: 0; pointer-events: none }
.ready iframe { opacity: 1; pointer-events: auto }
.ready a { visibility: hidden }`;

class NovaDiskPlayground extends HTMLElement {
  static readonly observedAttributes = [...FORWARDED, 'theme', 'src-hash', 'label'];

  readonly #box = document.createElement('div');
  readonly #poster = document.createElement('a');
  readonly #picture = document.createElement('img');
  /** The height that the frame asks for, and the scheme of what stands in for it. */
  readonly #own = new CSSStyleSheet();
  #frame: HTMLIFrameElement | null = null;
  #isReady = false;
  #isStale = false;
  /** Pixels: a guess, until the frame says it. */
  #height = 0;
  #theme: 'light' | 'dark' = 'light';
  #leave = new AbortController();

  constructor() {
    super();
    const shared = new CSSStyleSheet();
    shared.replaceSync(looks);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [shared, this.#own];
    root.append(this.#box);
    this.#box.append(this.#poster);
    Object.assign(this.#poster, { target: '_blank', rel: 'noopener' });
    // Without a picture the words below it are what stands there.
    this.#picture.onerror = () => {
      this.#picture.remove();
    };
  }

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    addEventListener(
      'message',
      (event) => {
        this.#hear(event);
      },
      { signal }
    );

    const followTheme = () => {
      this.#followTheme();
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme, { signal });
    // A page that has a switch of its own sets a class or an attribute there.
    const switches = new MutationObserver(followTheme);
    for (const page of [document.documentElement, document.body]) switches.observe(page, { attributes: true });

    const sight = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        sight.disconnect();
        this.#load();
      },
      { rootMargin: NEAR }
    );
    sight.observe(this);
    signal.addEventListener('abort', () => {
      switches.disconnect();
      sight.disconnect();
    });

    this.#height ||= this.#room();
    followTheme();
    this.#show();
  }

  /** About what the frame will need, so that the page below moves little when it says how much. */
  #room(): number {
    const panels = (this.getAttribute('panels') || 'step,truths,client,log').split(',');
    const beside = panels.includes('client') && panels.includes('log') && this.clientWidth >= TWO_COLUMNS;
    const shown = beside ? panels.filter((panel) => panel !== 'log') : panels;
    return shown.reduce((sum, panel) => sum + (ROOM[panel] ?? ROOM_OF_PANE), ROOM_OF_HEAD_AND_FOOT);
  }

  /** A frame that is moved in the page begins anew. */
  disconnectedCallback(): void {
    this.#leave.abort();
    this.#setReady(false);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (name === 'theme') this.#followTheme();
    else if (name === 'label') this.#name();
    else if (name === 'step' && value !== null && this.#isReady) {
      this.#ask({ novaDiskPlayground: MARK, type: 'goTo', step: Number(value) });
    } else this.#renew();
  }

  /** Shows a step, now or as soon as there is something to show it. */
  goTo(step: number): void {
    this.setAttribute('step', String(step));
  }

  /** Once for all attributes that change together. */
  #renew(): void {
    if (this.#isStale || !this.isConnected) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.#show();
    });
  }

  /** A page of the site that shows what was asked for. */
  #address(page: '' | 'embed/', names: readonly string[]): URL {
    const address = new URL(page, site);
    for (const name of names) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    address.hash = this.getAttribute('src-hash') ?? '';
    return address;
  }

  /** What a screen reader calls the frame. */
  #name(): void {
    if (this.#frame) this.#frame.title = this.getAttribute('label') || text.frame(this.getAttribute('lesson'));
  }

  /** The picture of what was asked for; and the frame, if there is one already. */
  #show(): void {
    const lesson = this.getAttribute('lesson');
    const step = this.getAttribute('step');
    this.#poster.href = this.#address('', ['lesson', 'step']).href;
    this.#poster.textContent = text.open;
    if (lesson && step) {
      this.#picture.alt = text.picture(lesson, step);
      this.#picture.src = new URL(`pictures/${encodeURIComponent(lesson)}/${encodeURIComponent(step)}.svg`, site).href;
      this.#poster.append(this.#picture);
    }
    if (!this.#frame) return;
    this.#setReady(false);
    this.#name();
    const address = this.#address('embed/', FORWARDED);
    address.searchParams.set('theme', this.#theme);
    this.#frame.src = address.href;
  }

  #load(): void {
    if (this.#frame) return;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', FRAME_RIGHTS.sandbox);
    frame.allow = FRAME_RIGHTS.allow;
    // The frame learns whom to answer, and no more of the page.
    frame.referrerPolicy = 'strict-origin';
    // Some browsers and some hosts keep even that from it: then this is how it learns.
    frame.onload = () => {
      this.#askTheme();
    };
    this.#frame = frame;
    this.#show();
    this.#box.append(frame);
  }

  #ask(message: HostMessage): void {
    this.#frame?.contentWindow?.postMessage(message, site.origin);
  }

  #askTheme(): void {
    this.#ask({ novaDiskPlayground: MARK, type: 'theme', theme: this.#theme });
  }

  #setReady(isReady: boolean): void {
    this.#isReady = isReady;
    this.#box.classList.toggle('ready', isReady);
    if (isReady) this.#askTheme();
  }

  /** What was asked for; or else what the host says of this place in its page, and if it says nothing, the system. */
  #followTheme(): void {
    const asked = this.getAttribute('theme') ?? '';
    const said = getComputedStyle(this).colorScheme.replace('only', '').trim();
    const fitting = [asked, said].find((theme) => theme === 'light' || theme === 'dark');
    this.#theme = fitting ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    this.#style();
    if (this.#isReady) this.#askTheme();
  }

  #style(): void {
    this.#own.replaceSync(`:host { height: ${this.#height}px } div { color-scheme: ${this.#theme} }`);
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source !== this.#frame?.contentWindow || origin !== site.origin) return;
    const message = data as ({ readonly novaDiskPlayground?: unknown } & FrameMessage) | null;
    if (message?.novaDiskPlayground !== MARK) return;
    if (message.type === 'resize') {
      this.#height = message.height;
      this.#style();
      return;
    }
    if (message.type === 'ready') this.#setReady(true);
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, NovaDiskPlayground);
