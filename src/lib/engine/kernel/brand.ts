/**
 * Nominal types for the names that people confuse.
 *
 * A volume can be `/dev/vdb` in Nova's database, `vdb` in the domain XML, `virtio-disk1` as an alias and `vdc` in
 * the guest. All four are strings; a brand keeps the compiler from taking one for another. The owner of a name
 * declares its brand: `DeviceName` in nova, `TargetDev` and `DiskAlias` in libvirt, `GuestName` in guest.
 */
declare const brand: unique symbol;

/** A string that only its owner makes. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
