/** Definitions of every kind that a page can show, as text. */
import { ARTICLE_LAB, type Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import { formatDomainXml, type XmlDialect } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import { articleRequests } from '../../../../src/lib/session/article.ts';
import { act, cloudOf, runToEnd, startSession, type Session } from '../../../../src/lib/session/session.ts';
import { domainXml } from '../../../../src/lib/session/views/domain-xml.ts';
import { gallery } from '../../engine/libvirt/gallery.ts';

/** The session after so many of the article's requests. */
export function after(count: number, lab: Lab = ARTICLE_LAB): Session {
  return articleRequests.slice(0, count).reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(lab));
}

const labs: readonly Lab[] = [
  ARTICLE_LAB,
  { ...ARTICLE_LAB, release: '33.0.0' },
  { ...ARTICLE_LAB, image_meta: { disk_format: 'qcow2', properties: { hw_machine_type: 'q35' } } },
  { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, config_drive: true } }
];

/** What labs have after an attach, and domains with every bus, source and controller, as old and new libvirt print them. */
export function everyText(): readonly string[] {
  const ofLabs = labs.flatMap((lab) => {
    const cloud = cloudOf(after(1, lab));
    return [domainXml(cloud, 'live'), domainXml(cloud, 'persistent')];
  });
  const ofGallery = gallery().flatMap((domain) =>
    (['3', '9'] as const satisfies readonly XmlDialect[]).flatMap((dialect) =>
      [false, true].map((inactive) => formatDomainXml(domain, { dialect, inactive }))
    )
  );
  return [...ofLabs, ...ofGallery];
}
