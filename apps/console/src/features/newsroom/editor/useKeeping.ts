import { type RefObject, useCallback, useEffect } from 'react'
import { writeMirror } from './mirror.ts'
import type { Engine } from './useEngine.ts'
import type { Own } from './useOwnText.ts'
import { type WordEditors, wordsIn } from './useWords.ts'

const MIRROR_AFTER = 800

/** Keeps unsaved text in this browser, and lets saver and lock go when the page is left. */
export function useKeeping(
  engine: Engine,
  own: RefObject<Own>,
  editors: WordEditors,
  key: string,
  edits: number,
): void {
  const mirror = useCallback(() => {
    if (!engine.saver.unsaved() || own.current.offer) return
    const value = { ...own.current.facts, ...wordsIn(editors) }
    writeMirror(localStorage, key, { at: new Date().toISOString(), rev: own.current.rev, content: value })
  }, [editors.title, editors.deck, editors.body, engine, key])
  useEffect(() => {
    if (edits === 0) return undefined
    const timer = setTimeout(mirror, MIRROR_AFTER)
    return () => clearTimeout(timer)
  }, [edits, mirror])
  useEffect(() => {
    engine.locker.start()
    // The window closes: what is unsaved stays in the browser, and nobody has to wait for the lock to run out.
    const part = () => {
      mirror()
      engine.locker.send({ type: 'left' })
    }
    addEventListener('pagehide', part)
    return () => {
      mirror()
      removeEventListener('pagehide', part)
      engine.saver.stop()
      engine.locker.stop()
    }
  }, [mirror, engine])
}
