export { docxOfText, type OpenDocx, openDocx } from './annotate/docx.ts'
export { check, createChecker, type Checker } from './engine/checker.ts'
export { applyFindings, correct, type CorrectLevel } from './engine/correct.ts'
export { ruleCatalogue, type RuleDescription } from './catalogue.ts'
export { maxBlocks, maxLength } from './document.ts'
export { openModel } from './speller/artefact.ts'
export type { SpellerModel } from './speller/model.ts'
export { readManuscript } from './files/read.ts'
export {
  blockKinds,
  findingClasses,
  severities,
  type BlockKind,
  type CheckInput,
  type CheckOptions,
  type Finding,
  type FindingClass,
  type OrganisationEntry,
  type PhraseEntry,
  type ProofBlock,
  type ProofDocument,
  type RosterEntry,
  type Severity,
} from './types.ts'

/** The shipped model; read its bytes and give them to `openModel`. */
export const shippedModel: URL = new URL('../model/speller.bin', import.meta.url)
