import type { Page } from 'playwright-core'

/** What people see in English on purpose: units, file endings, names of keys and of things without another name. */
const ALLOWED =
  /^(Word|Excel|PDF|JPG|PNG|GIF|WebP|MB|KB|GB|Ctrl|Shift|Alt|Esc|Enter|Tab|doc|docx|xlsx|zip|txt|html|htm|md|GB\/T|GF|ISO\/IEC|km|KM|HTTP|HTTPS|http|https|mailto|AI|APP|App|WiFi|VR|AR|LED|UPS|CCTV|IP|Chrome|Firefox|Safari|Edge|Linux|Windows|macOS|Android|iPhone|iPad|v|px|p90|k|j|n|r|d|K|J|S|F7)$/i

/** Words on the page that are not Chinese. Codes that stand in `<code>` or `<kbd>` are meant for those who look them up. */
export async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement
      if (!holder || holder.closest('code, kbd, script, style, noscript, textarea')) continue
      if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      found.push(walker.currentNode.textContent ?? '')
    }
    for (const one of document.querySelectorAll('[placeholder], [title]')) {
      found.push(one.getAttribute('placeholder') ?? '', one.getAttribute('title') ?? '')
    }
    return found
  })
  // Numbers of things (ids, fingerprints) are no words.
  const plain = texts.map((text) => text.replace(/[0-9a-f-]{8,}/g, ' '))
  const words = plain.flatMap((text) => text.match(/[A-Za-z][A-Za-z/]*[A-Za-z]/g) ?? [])
  return [...new Set(words.filter((word) => !ALLOWED.test(word)))]
}

/** By how many pixels the page is wider than its window; what scrolls in a frame of its own does not count. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Waits until a page of the console has its heading and has read what it shows. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
}
