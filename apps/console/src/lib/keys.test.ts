import { describe, expect, it } from 'vitest'
import { comboWords, matches } from './keys.ts'

const press = (key: string, more: Partial<Parameters<typeof matches>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

describe('matches', () => {
  it.each([
    ['j', press('j')],
    ['J in capitals', press('j'), 'J'],
    ['mod+s', press('s', { ctrlKey: true })],
    ['mod+s', press('s', { metaKey: true })],
    ['mod+Enter', press('Enter', { ctrlKey: true })],
    ['alt+ArrowUp', press('ArrowUp', { altKey: true })],
    ['F7', press('F7')],
    ['?', press('?', { shiftKey: true })],
  ] as const)('%s', (combo, event, other?: string) => expect(matches(event, other ?? combo)).toBe(true))

  it.each([
    ['another key', 'j', press('k')],
    ['a modifier too many', 'j', press('j', { ctrlKey: true })],
    ['a modifier too few', 'mod+s', press('s')],
    ['shift where none is asked', 'F7', press('F7', { shiftKey: true })],
    ['an Enter that chooses a pinyin candidate', 'Enter', press('Enter', { isComposing: true })],
    ['an older input method at work', 'mod+Enter', press('Enter', { ctrlKey: true, keyCode: 229 })],
    ['a letter typed in composition', 'j', press('j', { keyCode: 229 })],
  ])('not %s', (_, combo, event) => expect(matches(event, combo)).toBe(false))
})

it.each([
  ['mod+Enter', 'Ctrl + 回车'],
  ['alt+ArrowDown', 'Alt + ↓'],
  ['j', 'J'],
  ['F7', 'F7'],
])('%s reads %s', (combo, words) => expect(comboWords(combo)).toBe(words))
