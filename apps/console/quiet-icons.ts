import type { Plugin } from 'vite'

const SPOKEN = /role: "img",\s*"aria-label": icon\.name/

/**
 * Icons of the library announce the English name of their file, so that a screen reader says “plus 新增单位”. Beside words
 * an icon says nothing new, and a button with an icon only has its own label: icons are drawn for the eye alone.
 *
 * @throws Error when the library no longer looks as it did, so that nobody ships spoken file names unawares
 */
export function quietIcons(): Plugin {
  return {
    name: 'quiet-icons',
    transform(code, id) {
      if (!id.includes('@ant-design/icons/es/components/AntdIcon')) return null
      if (!SPOKEN.test(code)) throw new Error('the icon library changed: see quiet-icons.ts')
      return { code: code.replace(SPOKEN, '"aria-hidden": true'), map: null }
    },
  }
}
