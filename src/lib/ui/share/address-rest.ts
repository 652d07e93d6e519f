/** Milliseconds of rest before the address is written: browsers refuse to replace it many times a second. */
export const ADDRESS_REST = 300;
