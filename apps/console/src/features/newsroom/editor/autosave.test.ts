import { describe, expect, it } from 'vitest'
import { dueAt, isUnsaved, labelOf, type SaveEvent, type SaveState, START, stepSave } from './autosave.ts'

const run = (...events: SaveEvent[]): SaveState => events.reduce(stepSave, START)
const edit = (now: number): SaveEvent => ({ type: 'edited', now })
const sending: SaveEvent = { type: 'sending' }
const saved = (now: number): SaveEvent => ({ type: 'saved', at: '2026-11-23T06:05:03Z', now })
const failed = (now: number, retry = true): SaveEvent => ({ type: 'failed', message: '断网', retry, now })

describe('autosave', () => {
  it.each<[string, SaveState, number | null, string]>([
    ['nothing written', START, null, 'untouched'],
    ['saves after three quiet seconds', run(edit(1000)), 4000, 'unsaved'],
    ['each change waits anew', run(edit(1000), edit(2500)), 5500, 'unsaved'],
    ['but never past twenty seconds', run(edit(1000), edit(12_000), edit(19_500)), 21_000, 'unsaved'],
    ['nothing is sent twice at once', run(edit(1000), sending, edit(2000)), null, 'saving'],
    ['all saved', run(edit(1000), sending, saved(1200)), null, 'saved'],
    ['words written while saving are saved next', run(edit(1000), sending, edit(1100), saved(1200)), 4100, 'unsaved'],
    ['tries again after five seconds', run(edit(1000), sending, failed(2000)), 7000, 'failed'],
    ['then after ten', run(edit(1000), sending, failed(2000), sending, failed(7000)), 17_000, 'failed'],
    [
      'waits for the writer when only the writer can help',
      run(edit(1000), sending, failed(2000, false)),
      null,
      'failed',
    ],
    ['and tries again after a change', run(edit(1000), sending, failed(2000, false), edit(3000)), 6000, 'unsaved'],
    ['the text was replaced', run(edit(1000), { type: 'loaded', at: null }), null, 'untouched'],
  ])('%s', (_name, state, due, label) => {
    expect([dueAt(state), labelOf(state)]).toEqual([due, label])
  })

  it('never marks newer words as saved', () => {
    expect(isUnsaved(run(edit(1), sending, edit(2), saved(3)))).toBe(true)
    expect(isUnsaved(run(edit(1), sending, saved(3)))).toBe(false)
  })

  it('keeps a failing save failing while the writer goes on', () => {
    expect(labelOf(run(edit(1), sending, failed(2), edit(3)))).toBe('failed')
  })
})
