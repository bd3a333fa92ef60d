import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { spellPassword } from './domain/password.ts'

/** argon2id (the library's default) as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

let nobody: Promise<string> | undefined

/** Compares; where there is no such account the same work is done, so that the time taken tells nothing. */
export async function verifyPassword(known: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const right = await verify(known || (await nobody), password.normalize('NFKC'))
  return right && Boolean(known)
}

export function makeTemporaryPassword(): string {
  return spellPassword(randomBytes(12))
}

/** 32 random bytes for the cookie. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
