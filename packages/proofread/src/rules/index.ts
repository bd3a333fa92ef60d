import type { Rule } from '../types.ts'
import { rule as bankCard } from './bank-card/rule.ts'
import { rule as bookTitleComma } from './book-title-comma/rule.ts'
import { rule as bracketPair } from './bracket-pair/rule.ts'
import { rule as confusable } from './confusable/rule.ts'
import { rule as dateExists } from './date-exists/rule.ts'
import { rule as dateWeekday } from './date-weekday/rule.ts'
import { rule as doubledMark } from './doubled-mark/rule.ts'
import { rule as ellipsis } from './ellipsis/rule.ts'
import { rule as halfWidth } from './half-width/rule.ts'
import { rule as idCard } from './id-card/rule.ts'
import { rule as interpunct } from './interpunct/rule.ts'
import { rule as lookalike } from './lookalike/rule.ts'
import { rule as measureWord } from './measure-word/rule.ts'
import { rule as mixedPattern } from './mixed-pattern/rule.ts'
import { rule as nameConsistency } from './name-consistency/rule.ts'
import { rule as numberApprox } from './number-approx/rule.ts'
import { rule as numberForm } from './number-form/rule.ts'
import { rule as numberMixed } from './number-mixed/rule.ts'
import { rule as numberRange } from './number-range/rule.ts'
import { rule as organisation } from './organisation/rule.ts'
import { rule as percentTotal } from './percent-total/rule.ts'
import { rule as phone } from './phone/rule.ts'
import { rule as phrase } from './phrase/rule.ts'
import { rule as quotePair } from './quote-pair/rule.ts'
import { rule as rangeReversed } from './range-reversed/rule.ts'
import { rule as redundancy } from './redundancy/rule.ts'
import { rule as repeatedChar } from './repeated-char/rule.ts'
import { rule as repeatedWord } from './repeated-word/rule.ts'
import { rule as rosterName } from './roster-name/rule.ts'
import { rule as rosterTerm } from './roster-term/rule.ts'
import { rule as rosterTitle } from './roster-title/rule.ts'
import { rule as sequence } from './sequence/rule.ts'
import { rule as spaceBetween } from './space-between/rule.ts'
import { rule as traditional } from './traditional/rule.ts'
import { rule as unit } from './unit/rule.ts'
import { rule as wordForm } from './word-form/rule.ts'
import { rule as wrongIdiom } from './wrong-idiom/rule.ts'
import { rule as wrongWord } from './wrong-word/rule.ts'
import { rule as yearDigits } from './year-digits/rule.ts'

/** Every rule, in the order of the catalogue: words, grammar, punctuation, numbers, dates, data, privacy, the centre's lists. */
export const rules: readonly Rule[] = [
  wrongIdiom,
  wrongWord,
  lookalike,
  confusable,
  wordForm,
  traditional,
  repeatedChar,
  repeatedWord,
  redundancy,
  mixedPattern,
  measureWord,
  halfWidth,
  bracketPair,
  quotePair,
  doubledMark,
  ellipsis,
  bookTitleComma,
  interpunct,
  spaceBetween,
  numberApprox,
  numberRange,
  numberForm,
  yearDigits,
  numberMixed,
  unit,
  dateExists,
  dateWeekday,
  rangeReversed,
  percentTotal,
  sequence,
  idCard,
  phone,
  bankCard,
  rosterName,
  rosterTitle,
  rosterTerm,
  organisation,
  phrase,
  nameConsistency,
]
