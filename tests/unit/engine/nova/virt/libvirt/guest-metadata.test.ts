import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../../../../src/lib/engine/cloud/lab.ts';
import { formatDomainXml } from '../../../../../../src/lib/engine/libvirt/domain-xml.ts';
import type { InstanceSnapshot } from '../../../../../../src/lib/machine/instance.ts';
import { boot, perform, resizeToSwap, VOLUME } from '../../../../../support/lab/instance.ts';

function xmlOf({ context }: InstanceSnapshot): string {
  return formatDomainXml(context.cloud.domain!, { dialect: '3', inactive: false });
}

describe("what Nova writes about the server into its domain's metadata", () => {
  it('says the flavor of the moment, so that a resize shows in it', () => {
    expect(xmlOf(boot())).toContain('<nova:flavor name="small-no-swap">');
    const resized = xmlOf(perform(boot(), resizeToSwap));
    expect(resized).toContain('<nova:flavor name="small-with-swap">');
    expect(resized).toContain('<nova:swap>1</nova:swap>');
  });

  it('names the image, unless the root disk is a volume', () => {
    const root = `<nova:root type="image" uuid="${ARTICLE_LAB.image_id}"/>`;
    expect(xmlOf(boot())).toContain(root);
    const lab = { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, root_volume: VOLUME } };
    expect(xmlOf(boot(lab))).not.toContain('<nova:root');
  });

  it('changes its namespace at 23.0.0', () => {
    expect(xmlOf(boot({ ...ARTICLE_LAB, release: '22.0.0' }))).toContain('libvirt/nova/1.0"');
    expect(xmlOf(boot({ ...ARTICLE_LAB, release: '23.0.0' }))).toContain('libvirt/nova/1.1"');
  });

  it('is told by the clock of the lab', () => {
    expect(xmlOf(boot())).toContain('<nova:creationTime>2018-01-06 22:17:00</nova:creationTime>');
  });
});
