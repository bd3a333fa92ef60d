import { newsroomEndpoints as endpoints } from '@rongmei/contract'
import { timelineOf } from '../../platform/audit.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Http } from '../../platform/http/serve.ts'
import { unitNames } from '../identity/index.ts'
import { importDocument } from './document.service.ts'
import { exportStories } from './export.service.ts'
import { drawInspections, listInspections, recordInspection } from './inspection.service.ts'
import { listStories, todoOf } from './list.service.ts'
import { giveLock, takeLock } from './lock.service.ts'
import {
  correctStory,
  decideStoryFinding,
  proofreadStory,
  publishStory,
  recallStory,
  returnStory,
  reviewStory,
  submitStory,
  withdrawStory,
} from './review.service.ts'
import { subjectOf } from './story.events.ts'
import { loadVisible } from './story.load.ts'
import {
  createStory,
  getRevision,
  getStory,
  listRevisions,
  removeStory,
  rescueText,
  restoreRevision,
  saveStory,
  unremoveStory,
} from './story.service.ts'

/** Endpoint → verb, one line each. */
export function storyRoutes(http: Http): void {
  http.on(endpoints.todo, (ctx) => todoOf(ctx))
  http.on(endpoints.listStories, (ctx, { query }) => listStories(ctx, query))
  http.on(endpoints.exportStories, (ctx, { query }) => exportStories(ctx, query))
  http.on(endpoints.createStory, async (ctx, { body }) => createStory(ctx, body, await homeOf(ctx)))
  http.on(endpoints.getStory, (ctx, { params }) => getStory(ctx, params.id))
  http.on(endpoints.saveStory, (ctx, { params, body }) => saveStory(ctx, params.id, body.rev, body.content, body.keep))
  http.on(endpoints.removeStory, (ctx, { params }) => removeStory(ctx, params.id))
  http.on(endpoints.restoreStory, (ctx, { params }) => unremoveStory(ctx, params.id))
  http.on(endpoints.lockStory, (ctx, { params, body }) => takeLock(ctx, params.id, body.takeOver))
  http.on(endpoints.unlockStory, (ctx, { params }) => giveLock(ctx, params.id))
  http.on(endpoints.rescueText, (ctx, { params, body }) => rescueText(ctx, params.id, body.content))
  http.on(endpoints.listRevisions, async (ctx, { params }) => ({ items: await listRevisions(ctx, params.id) }))
  http.on(endpoints.getRevision, (ctx, { params }) => getRevision(ctx, params.id, params.no))
  http.on(endpoints.restoreRevision, (ctx, { params, body }) => restoreRevision(ctx, params.id, params.no, body.rev))
  http.on(endpoints.proofreadStory, (ctx, { params }) => proofreadStory(ctx, params.id))
  http.on(endpoints.decideFinding, (ctx, { params, body }) =>
    decideStoryFinding(ctx, params.id, params.finding, body.verdict, body.reason),
  )
  http.on(endpoints.submitStory, (ctx, { params, body }) =>
    submitStory(ctx, params.id, body.rev, body.overrideReason || null),
  )
  http.on(endpoints.recallStory, (ctx, { params, body }) => recallStory(ctx, params.id, body.rev))
  http.on(endpoints.reviewStory, (ctx, { params, body }) =>
    reviewStory(ctx, params.id, body.rev, body.contentHash, body.opinion),
  )
  http.on(endpoints.returnStory, (ctx, { params, body }) => returnStory(ctx, params.id, body.rev, body.reason))
  http.on(endpoints.publishStory, (ctx, { params, body }) => publishStory(ctx, params.id, body.rev))
  http.on(endpoints.correctStory, (ctx, { params, body: { rev, ...correction } }) =>
    correctStory(ctx, params.id, rev, correction),
  )
  http.on(endpoints.withdrawStory, (ctx, { params, body }) => withdrawStory(ctx, params.id, body.rev, body.reason))
  http.on(endpoints.storyTimeline, async (ctx, { params }) => {
    await loadVisible(ctx, params.id)
    return { items: await timelineOf(ctx, subjectOf(params.id)) }
  })
  http.on(endpoints.importDocument, (ctx, { upload }) => importDocument(ctx, upload))
  http.on(endpoints.listInspections, (ctx, { query }) => listInspections(ctx, query.month))
  http.on(endpoints.drawInspections, (ctx, { body }) => drawInspections(ctx, body.month, body.size))
  http.on(endpoints.recordInspection, (ctx, { params, body }) =>
    recordInspection(ctx, params.id, body.errors, body.notes),
  )
}

/** The unit a new story belongs to: its writer's. */
async function homeOf(ctx: Ctx): Promise<{ unitId: string | null; unitName: string | null }> {
  const { unitId } = ctx.actor
  return { unitId, unitName: unitId ? ((await unitNames(ctx, [unitId])).get(unitId) ?? null) : null }
}
