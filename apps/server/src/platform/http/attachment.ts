/**
 * The header that makes a browser save a reply under a name. Whatever stands in the name, nothing of it can end the
 * header or the value (RFC 8187: everything but letters, digits and a few marks is percent-encoded).
 */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
