import { dayOf, startOfDay } from '@rongmei/kit'
import type { World } from '../app.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Life } from './agenda.ts'
import { ADMINISTRATOR, CENTRE, DEPARTMENTS, type Member, PASSWORD, STAFF, UNITS } from './cast.ts'
import { actorOf, addPerson, addUnit, changePerson, changeUnit, setupCentre } from './verbs.ts'

/** The people of the demo, ready to act. */
export type Troupe = {
  /** The world seen by the person with that account. */
  as(account: string): Promise<Ctx>
  unit(name: string): { id: string; name: string }
  /** The unit of the person with that account. */
  unitOf(account: string): { unitId: string | null; unitName: string | null }
}

type Known = { id: string; rev: number }

/** Founds the centre: its administrator, units and those who are there from the first day. */
export async function foundCentre(world: World): Promise<{ troupe: Troupe; changes: Life[] }> {
  const units = new Map<string, string>()
  const people = new Map<string, Known>()
  const actor = await setupCentre(world.system, { ...ADMINISTRATOR, centreName: CENTRE, password: PASSWORD })
  const admin = world.as(actor)
  for (const unit of UNITS) units.set(unit.name, (await addUnit(admin, { ...unit, parentId: null })).id)
  const enter = async (member: Member) => {
    const { account, name, roles, post } = member
    const offered = { account, name, roles, post, unitId: units.get(member.unit) ?? null }
    const { person } = await addPerson(admin, { ...offered, password: PASSWORD })
    people.set(account, person)
  }
  people.set(ADMINISTRATOR.account, { id: actor.id ?? '', rev: 0 })
  await changePerson(admin, actor.id ?? '', { rev: 0, unitId: units.get('技术部') ?? null, post: '系统管理员' })
  for (const member of STAFF) if (!member.joins) await enter(member)
  const changes = [...STAFF.flatMap((member) => moves(admin, member, people, enter)), growth(admin, units)]
  return { troupe: makeTroupe(world, people, units), changes }
}

function moves(
  admin: Ctx,
  member: Member,
  people: Map<string, Known>,
  enter: (member: Member) => Promise<void>,
): Life[] {
  const { joins, leaves } = member
  const join = joins ? [once(startOfDay(joins) + 9 * HOUR, () => enter(member))] : []
  const leave = async () => {
    const person = people.get(member.account)
    if (person) await changePerson(admin, person.id, { rev: person.rev, state: 'left' })
  }
  return leaves ? [...join, once(startOfDay(leaves) + 17 * HOUR, leave)] : join
}

/** One more post for the reporters from September 2023 on. */
function growth(admin: Ctx, units: Map<string, string>): Life {
  const name = '采访部'
  const before = DEPARTMENTS.find((one) => one.name === name)?.establishment ?? 0
  return once(startOfDay('2023-09-04') + 10 * HOUR, async () => {
    await changeUnit(admin, units.get(name) ?? '', { rev: 0, establishment: before + 1 })
  })
}

const HOUR = 3_600_000

/** A life of one act. */
async function* once(at: number, work: () => Promise<void>): Life {
  yield at
  await work()
}

/** Finds the troupe again in a database that has it. */
export async function findTroupe(world: World, find: TroupeIds): Promise<Troupe> {
  return makeTroupe(world, new Map([...find.people].map(([account, id]) => [account, { id, rev: 0 }])), find.units)
}

export type TroupeIds = { people: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> }

function makeTroupe(world: World, people: ReadonlyMap<string, Known>, units: ReadonlyMap<string, string>): Troupe {
  const actors = new Map<string, Ctx>()
  return {
    as: async (account) => {
      const known = actors.get(account)
      if (known) return known
      const ctx = world.as(await actorOf(world.system, people.get(account)?.id ?? ''))
      actors.set(account, ctx)
      return ctx
    },
    unit: (name) => ({ id: units.get(name) ?? '', name }),
    unitOf: (account) => {
      const name = account === ADMINISTRATOR.account ? '技术部' : STAFF.find((one) => one.account === account)?.unit
      return { unitId: (name && units.get(name)) ?? null, unitName: name ?? null }
    },
  }
}

/** Who of the staff is there on a day. */
export function present(instant: number): (member: Member) => boolean {
  const day = dayOf(instant)
  return ({ joins, leaves }) => (!joins || joins < day) && (!leaves || day < leaves)
}
