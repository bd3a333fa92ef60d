import { proofreadingEndpoints as endpoints } from '@rongmei/contract'
import { ruleCatalogue } from '@rongmei/proofread'
import type { Http } from '../../platform/http/serve.ts'
import { annotateDocument, checkDocument } from './document.service.ts'
import { checkText } from './run.service.ts'
import { importWords } from './word.import.ts'
import { addWord, listWords, removeWord } from './word.service.ts'

export function proofreadingRoutes(http: Http): void {
  http.on(endpoints.check, async (ctx, { body }) => {
    const { findings, milliseconds } = await checkText(ctx, body.document, body.publishedOn)
    return {
      findings: findings.map((finding) => ({ ...finding, suggestions: [...finding.suggestions] })),
      milliseconds,
    }
  })
  http.on(endpoints.checkDocument, (ctx, { upload }) => checkDocument(ctx, upload))
  http.on(endpoints.annotateDocument, (ctx, { upload }) => annotateDocument(ctx, upload))
  http.on(endpoints.listRules, async () => ({
    items: ruleCatalogue.map((rule) => ({ ...rule, examples: rule.examples.map(splitExample) })),
  }))
  http.on(endpoints.listWords, (ctx, { query }) => listWords(ctx, query))
  http.on(endpoints.addWord, (ctx, { body }) => addWord(ctx, body))
  http.on(endpoints.importWords, (ctx, { upload }) => importWords(ctx, upload))
  http.on(endpoints.removeWord, (ctx, { params }) => removeWord(ctx, params.id))
}

/** The catalogue writes examples as `误→正`. */
function splitExample(example: string): { wrong: string; right: string } {
  const [wrong = '', right = ''] = example.split('→')
  return { wrong, right }
}
