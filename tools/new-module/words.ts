/** The names that the templates are filled with. */
export type Words = {
  /** Module, schema, contract folder: `duty`. */
  name: string
  Name: string
  /** `shift`, and as a type `Shift`. */
  noun: string
  Noun: string
  nouns: string
  Nouns: string
  /** A constant: `TOPIC_MEETING`. */
  NOUN: string
  /** As PostgreSQL writes it: `topic_meeting` for `topicMeeting`. */
  table: string
}

const NAME = /^[a-z][a-z0-9]{1,30}$/
const NOUN = /^[a-z][a-zA-Z0-9]{1,30}$/
/** Names that the tree or PostgreSQL has taken already. */
const RESERVED = [
  'platform',
  'public',
  'index',
  'module',
  'tables',
  'testing',
  'user',
  'table',
  'order',
  'group',
  'grant',
]

/** @throws Error that says which word is wrong and what a right one looks like */
export function makeWords(name = '', noun = ''): Words {
  for (const [what, word, pattern] of [
    ['name', name, NAME],
    ['noun', noun, NOUN],
  ] as const) {
    if (!pattern.test(word))
      throw new Error(`${what} "${word}": use a short English word from docs/glossary.md, as in: new-module duty shift`)
    if (RESERVED.includes(word)) throw new Error(`${what} "${word}" is taken`)
  }
  const table = noun.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const nouns = plural(noun)
  const [Name, Noun, Nouns] = [capital(name), capital(noun), capital(nouns)]
  return { name, Name, noun, Noun, nouns, Nouns, NOUN: table.toUpperCase(), table }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** Puts the words into a template: `{{noun}}`, `{{Nouns}}`, … @throws Error on a word that does not exist */
export function fill(template: string, words: Words): string {
  return template.trimStart().replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const word = words[key as keyof Words]
    if (word === undefined) throw new Error(`template names an unknown word: ${key}`)
    return word
  })
}
