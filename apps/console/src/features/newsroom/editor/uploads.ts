import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

type Message = { add: { id: string; at: number; label: string } } | { remove: string }

const plugin = new PluginKey<DecorationSet>('uploads')

/** Marks where a picture will stand while it is on its way; the writer may go on typing around it. */
export const Uploads = Extension.create({
  name: 'uploads',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: plugin,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, old) => {
          const set = old.map(tr.mapping, tr.doc)
          const message = tr.getMeta(plugin) as Message | undefined
          if (!message) return set
          if ('remove' in message) return set.remove(find(set, message.remove))
          const { id, at, label } = message.add
          return set.add(tr.doc, [Decoration.widget(at, () => badge(label), { id })])
        },
      },
      props: { decorations: (state) => plugin.getState(state) },
    }),
  ],
})

const find = (set: DecorationSet, id: string): Decoration[] => set.find(undefined, undefined, (spec) => spec.id === id)

function badge(label: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'upload-badge'
  element.setAttribute('role', 'status')
  element.textContent = label
  return element
}

export function beginUpload(editor: Editor, id: string, at: number, label: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(plugin, { add: { id, at, label } } satisfies Message))
}

/** Takes the mark away and says where it stood, or null when the writer deleted the place meanwhile. */
export function endUpload(editor: Editor, id: string): number | null {
  const held = plugin.getState(editor.state)
  const at = held ? (find(held, id)[0]?.from ?? null) : null
  editor.view.dispatch(editor.state.tr.setMeta(plugin, { remove: id } satisfies Message))
  return at
}
