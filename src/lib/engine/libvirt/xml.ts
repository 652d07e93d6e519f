/**
 * XML as plain data, and its text with libvirt's habits: two spaces a level, single quotes, `<empty/>`.
 *
 * Upstream: src/util/virxml.c (virXMLFormatElement), src/util/virbuffer.c (virBufferEscapeString). Metadata is kept as
 * the client sent it and printed by libxml2, hence with double quotes: src/conf/domain_conf.c
 * (virDomainDefFormatInternalSetRootName).
 */

/** An element: its name, its attributes in order, and either text or child elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
  readonly text: string | null;
}
