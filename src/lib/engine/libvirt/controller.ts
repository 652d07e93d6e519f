/**
 * Controllers: what disks and buses hang on. libvirt adds them by itself when a device needs one.
 *
 * Upstream: src/conf/domain_conf.c (virDomainDefAddImplicitControllers, virDomainDefMaybeAddController).
 */
import type { PciAddress } from './pci-address.ts';

/** A controller of a definition; `address` null: it is part of the chipset and has none in the XML. */
export type Controller =
  | {
      readonly type: 'pci';
      readonly index: number;
      readonly model: PciBusModel;
      readonly address: PciAddress | null;
    }
  | {
      readonly type: 'usb' | 'scsi' | 'sata' | 'ide' | 'fdc' | 'virtio-serial';
      readonly index: number;
      readonly model: string | null;
      readonly address: PciAddress | null;
    };

/** The kinds of PCI bus a definition here can have. */
export type PciBusModel = 'pci-root' | 'pci-bridge' | 'pcie-root' | 'pcie-root-port';
