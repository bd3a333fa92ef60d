import type { FastifyInstance } from 'fastify'
import type { Ctx, JobDef, Listener, MeasureDef } from './ctx.ts'
import type { Http } from './http/serve.ts'

/** A module's manifest: what `app.ts` needs to take it into the building. */
export type Module = {
  name: string
  /** Neighbours whose front door it uses; held against the real imports by a test. */
  needs: readonly string[]
  /** Folder of frozen SQL. */
  migrations?: URL
  routes?: (http: Http) => void
  /** Pages that are HTML, not API (the reader site). */
  pages?: (app: FastifyInstance, options: PageOptions) => void
  jobs?: JobDef[]
  listeners?: Listener[]
  measures?: MeasureDef[]
  ticks?: Tick[]
}

export type PageOptions = {
  visitor: (requestId: string) => Ctx
  /** Address of the site as readers see it; by default the host they asked for. */
  publicUrl: string | undefined
  /** Changes with the built assets, so that browsers fetch new ones. */
  stamp: string
}

/** Work so frequent and so small that a queue would cost more than the work: sweeps that find out for themselves what to do. */
export type Tick = { name: string; everyMs: number; run: (ctx: Ctx) => Promise<void> }

export function module(definition: Module): Module {
  return definition
}
