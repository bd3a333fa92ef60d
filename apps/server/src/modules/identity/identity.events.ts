import { z } from 'zod'
import { event } from '../../platform/events.ts'

/** Subjects of this module's facts. A failure on an unknown account has `account:<start of its hash>`. */
export const personSubject = (id: string) => `person:${id}`
export const unitSubject = (id: string) => `unit:${id}`
export const roleSubject = (key: string) => `role:${key}`

export const SetUp = event('identity.setUp', z.object({ centreName: z.string() }))
export const SignedIn = event('identity.signedIn', z.object({ sessionId: z.string(), agent: z.string() }))
export const SignInFailed = event(
  'identity.signInFailed',
  z.object({
    /** Start of the SHA-256 of the account as typed. */
    account: z.string(),
    reason: z.enum(['wrongPassword', 'locked']),
    /** Whether this failure locked the account for a while. */
    lockedNow: z.boolean(),
  }),
)
export const SignedOut = event('identity.signedOut', z.object({ sessionId: z.string() }))
export const DeviceRevoked = event('identity.deviceRevoked', z.object({ sessionId: z.string(), agent: z.string() }))
export const PasswordChanged = event('identity.passwordChanged', z.object({ otherDevicesEnded: z.number() }))
export const PasswordReset = event('identity.passwordReset', z.object({ name: z.string(), devicesEnded: z.number() }))
export const PersonAdded = event(
  'identity.personAdded',
  z.object({ name: z.string(), unitId: z.string().nullable(), roles: z.array(z.string()), joinedOn: z.string() }),
)
export const PersonChanged = event(
  'identity.personChanged',
  z.object({
    name: z.string(),
    changed: z.array(z.string()),
    unitId: z.string().nullable(),
    roles: z.array(z.string()),
    state: z.string(),
  }),
)
export const UnitAdded = event(
  'identity.unitAdded',
  z.object({ name: z.string(), kind: z.string(), establishment: z.number() }),
)
export const UnitChanged = event(
  'identity.unitChanged',
  z.object({ name: z.string(), changed: z.array(z.string()), establishment: z.number(), active: z.boolean() }),
)
export const RoleChanged = event(
  'identity.roleChanged',
  z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
)
