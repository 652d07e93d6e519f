/**
 * Where each rule of naming is found in Nova. SPEC.md has the rules in words; a test holds its sources equal to these.
 */
import type { NamingRule } from './naming-decision.ts';

const BLOCKINFO = 'nova/virt/libvirt/blockinfo.py';

/** The file and function of Nova that a rule describes, `FILE: FUNCTION, FUNCTION`. */
export const namingSources: Readonly<Record<NamingRule, string>> = {
  'NAME-1': `${BLOCKINFO}: get_root_info`,
  'NAME-2': `${BLOCKINFO}: get_default_ephemeral_info, get_disk_mapping`,
  'NAME-3': `${BLOCKINFO}: get_info_from_bdm`,
  'NAME-4': `${BLOCKINFO}: get_disk_mapping`,
  'NAME-5': `${BLOCKINFO}: get_disk_mapping`,
  'NAME-6': `${BLOCKINFO}: get_info_from_bdm`,
  'NAME-7': `${BLOCKINFO}: get_config_drive_type, get_disk_mapping`,
  'NAME-8': 'nova/virt/libvirt/driver.py: LibvirtDriver.get_device_name_for_instance'
};
