import { no, type Verdict, YES } from '@rongmei/kit'

const SHORTEST = 10
const FEWEST_DISTINCT = 5
/** Words and runs that begin or make up most guessed passwords here and abroad; our own short list. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  '3edc4rfv',
  '1234567890',
  '0987654321',
  '123456789',
  '12345678',
  '123456',
  '654321',
  'abcdefghij',
  'abcdef',
  'abc123',
  'iloveyou',
  'woaini',
  '5201314',
  '1314520',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'rongmei',
  'songjiang',
  'mima',
]
/** What is left beside common words must still be this long. */
const OWN_CHARACTERS = 5

/** Whether a password will do: long enough, not common, without the account (issue: sign-in). */
export function judgePassword(password: string, account: string): Verdict<'password.weak'> {
  const folded = password.normalize('NFKC').toLowerCase()
  const characters = Array.from(folded)
  if (characters.length < SHORTEST) return no('password.weak')
  if (new Set(characters).size < FEWEST_DISTINCT) return no('password.weak')
  if (folded.includes(account.normalize('NFKC').toLowerCase())) return no('password.weak')
  const own = COMMON.reduce((rest, word) => rest.replaceAll(word, ''), folded)
  if (own !== folded && Array.from(own).length < OWN_CHARACTERS) return no('password.weak')
  return YES
}

/** 32 signs that nobody confuses: no 0 and o, no 1 and l. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * A password to read out over the telephone: `k7mh-3qxa-wd9p`, 60 bits.
 *
 * @param random 12 random bytes
 */
export function spellPassword(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 12), (byte) => SIGNS[byte & 31] ?? '')
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
