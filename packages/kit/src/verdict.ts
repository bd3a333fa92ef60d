/**
 * The answer of a rule: yes, or no with the key of the reason. Keys are translated by the contract (`errors.zh.ts`),
 * so that a screen can disable a button *and say why*.
 */
export type Verdict<K extends string = string> = { ok: true } | { ok: false; why: K }

export const YES: Verdict<never> = { ok: true }

export function no<K extends string>(why: K): Verdict<K> {
  return { ok: false, why }
}

/** The first refusal among the verdicts, else yes. Order them as a person would want to hear the reasons. */
export function all<K extends string>(...verdicts: Verdict<K>[]): Verdict<K> {
  return verdicts.find((verdict) => !verdict.ok) ?? YES
}
