import { type Endpoint, endpoints, errors } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { openApi } from './openapi.ts'

type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, object>
  security?: object[]
}
const document = openApi('1.0.0') as { openapi: string; paths: Record<string, Record<string, Operation>> }
const all: Endpoint[] = Object.values(endpoints).flatMap((tree) => Object.values(tree) as Endpoint[])
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Every `$ref` in a value. */
function* refs(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return
  if ('$ref' in value && typeof value.$ref === 'string') yield value.$ref
  for (const child of Object.values(value)) yield* refs(child)
}

/** What an address within the document points to. */
function resolve(ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  const keys = ref.slice(2).split('/')
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
}

describe('the OpenAPI document', () => {
  it('has every endpoint of the contract once, each with a name of its own', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(operations).toHaveLength(all.length)
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(all.length)
  })

  it('names every parameter of every path', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      const given = operation.parameters.filter((one) => one.in === 'path')
      expect(given.map((one) => one.name).toSorted()).toEqual(named.toSorted())
      expect(given.every((one) => one.required)).toBe(true)
    }
  })

  it('says of each endpoint whether one must sign in, and what it answers', () => {
    for (const { operation, path, method } of operations) {
      const definition = all.find(
        (one) => one.path.replace(/:(\w+)/g, '{$1}') === path && one.method.toLowerCase() === method,
      )
      expect(Boolean(operation.security)).toBe(definition?.access === 'session')
      expect(Object.keys(operation.responses).some((status) => status === '200' || status === '204')).toBe(true)
      expect('401' in operation.responses).toBe(
        definition?.access === 'session' || operation.operationId === 'identity.signIn',
      )
    }
  })

  it('refers to nothing that is not there', () => {
    const all = [...refs(document)]
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter((ref) => resolve(ref) === undefined)).toEqual([])
  })
})

describe('the contract', () => {
  it('gives every refusal a status of refusal and a Chinese sentence', () => {
    for (const [key, [status, message]] of Object.entries(errors)) {
      expect([key, status >= 400 && status <= 507]).toEqual([key, true])
      expect([key, message]).toEqual([key, expect.stringMatching(/\p{Script=Han}{3}/u)])
    }
  })

  it('lists only refusals that exist, each once', () => {
    for (const one of all) {
      expect([one.path, one.errors.filter((key) => !(key in errors))]).toEqual([one.path, []])
      expect([one.path, new Set(one.errors).size]).toEqual([one.path, one.errors.length])
    }
  })

  it('has no two endpoints with one method and path', () =>
    expect(new Set(all.map((one) => `${one.method} ${one.path}`)).size).toBe(all.length))
})
