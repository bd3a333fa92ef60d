import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Place } from './places.ts'

/** One underline: which finding, where, how grave, whether somebody already decided about it. */
export type Underline = { key: string; place: Place; mark: 'must' | 'should' | 'hint'; decided: boolean }

type Held = { set: DecorationSet; list: Underline[]; active: string | null }
type Message = { list?: Underline[]; active?: string | null }

const plugin = new PluginKey<Held>('underlines')

/**
 * Findings as thin underlines. They are decorations: the text and its history stay untouched, positions follow while
 * the writer types, and an underline goes when its words go.
 */
export const Underlines = Extension.create<{ onPick: (key: string) => void }>({
  name: 'underlines',
  addOptions: () => ({ onPick: () => undefined }),
  addStorage: () => ({ onPick: null }),
  addProseMirrorPlugins() {
    const storage = this.storage as { onPick: ((key: string) => void) | null }
    return [
      new Plugin<Held>({
        key: plugin,
        state: { init: () => ({ set: DecorationSet.empty, list: [], active: null }), apply },
        props: {
          decorations: (state) => plugin.getState(state)?.set,
          handleClick: (view, position) => {
            const hit = plugin.getState(view.state)?.set.find(position, position)[0]
            const key: unknown = hit?.spec.key
            if (typeof key === 'string') storage.onPick?.(key)
            return false
          },
        },
      }),
    ]
  },
})

function apply(tr: Transaction, held: Held, _old: EditorState, state: EditorState): Held {
  const message = tr.getMeta(plugin) as Message | undefined
  if (!message) return tr.docChanged ? { ...held, set: held.set.map(tr.mapping, tr.doc) } : held
  const active = message.active === undefined ? held.active : message.active
  const list = message.list ?? (active === held.active ? held.list : moved(held))
  return { list, active, set: DecorationSet.create(state.doc, draw(list, active, state.doc.content.size)) }
}

/** The underlines where they stand now, after what was typed since they were drawn. */
function moved(held: Held): Underline[] {
  const now = new Map<string, Decoration>()
  for (const decoration of held.set.find()) now.set(String(decoration.spec.key), decoration)
  return held.list.flatMap((one) => {
    const at = now.get(one.key)
    return at ? [{ ...one, place: { ...one.place, from: at.from, to: at.to } }] : []
  })
}

function draw(list: Underline[], active: string | null, size: number): Decoration[] {
  return list
    .filter(({ place }) => place.from < place.to && place.to <= size)
    .map(({ key, place, mark, decided }) => {
      const look = `finding finding-${mark}${decided ? ' finding-decided' : ''}${key === active ? ' finding-active' : ''}`
      const attributes = { class: look, 'data-finding': key }
      return place.attr
        ? Decoration.node(place.from, place.to, attributes, { key })
        : Decoration.inline(place.from, place.to, attributes, { key })
    })
}

export function showUnderlines(editor: Editor, list: Underline[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(plugin, { list } satisfies Message).setMeta('addToHistory', false))
}

export function markActive(editor: Editor, active: string | null): void {
  if (plugin.getState(editor.state)?.active === active) return
  editor.view.dispatch(editor.state.tr.setMeta(plugin, { active } satisfies Message).setMeta('addToHistory', false))
}

/** Where the words of a finding stand at this moment, or null when they are gone. */
export function whereIs(editor: Editor, key: string): { from: number; to: number } | null {
  const found = plugin.getState(editor.state)?.set.find(undefined, undefined, (spec) => spec.key === key)[0]
  return found ? { from: found.from, to: found.to } : null
}

/** Tells the page which underline was clicked. */
export function onPick(editor: Editor, handler: (key: string) => void): void {
  const storage = editor.storage as unknown as Record<string, { onPick: typeof handler }>
  const own = storage.underlines
  if (own) own.onPick = handler
}
