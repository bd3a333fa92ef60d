import { mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { PictureView } from './PictureView.tsx'

const attribute = (value: string | null) => ({ default: value })

/**
 * A picture with its caption: one atom, as in the body's schema. Its HTML is what the clipboard carries between two
 * stories; everything from outside comes through `fromHtml` instead.
 */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: attribute(''),
    alt: attribute(''),
    caption: attribute(''),
    width: attribute(null),
    height: attribute(null),
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (element) => ({
        src: element.dataset.picture ?? '',
        alt: element.dataset.alt ?? '',
        caption: element.dataset.caption ?? '',
        width: Number(element.dataset.width) || null,
        height: Number(element.dataset.height) || null,
      }),
    },
  ],
  renderHTML: ({ node }) => {
    const { src, alt, caption, width, height } = node.attrs
    return [
      'figure',
      mergeAttributes({
        'data-picture': src,
        'data-alt': alt,
        'data-caption': caption,
        'data-width': width,
        'data-height': height,
      }),
      ['img', { src, alt }],
      ['figcaption', {}, String(caption)],
    ]
  },
  addNodeView: () => ReactNodeViewRenderer(PictureView),
})
