// The alphabet of package journal's identifiers: i, l, o and u are left out.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random identifier of 130 bits, as package journal makes them. The window names a line, so that trying again cannot keep it twice. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => alphabet[byte % 32]).join('')
}
