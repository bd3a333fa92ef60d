/**
 * Loads our Chinese font where a computer has none (a bare kiosk, a Linux desktop): phones and office computers all
 * have one and download nothing. Two different characters drawn alike are both the box that means "no glyph".
 */
export function loadFontIfMissing(): void {
  if (draw('国') !== draw('松')) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/assets/fonts.css'
  document.head.append(link)
}

function draw(character: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 24
  canvas.height = 24
  const pen = canvas.getContext('2d')
  if (!pen) return character
  pen.font = '20px sans-serif'
  pen.fillText(character, 0, 20)
  return canvas.toDataURL()
}
