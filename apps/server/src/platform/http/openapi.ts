import { type Endpoint, endpoints, errors } from '@rongmei/contract'
import { z } from 'zod'

type Schema = Record<string, unknown>

/** The OpenAPI 3.1 document of the whole contract, made from the same objects that route and validate. */
export function openApi(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const [module, tree] of Object.entries(endpoints)) {
    for (const [name, definition] of Object.entries(tree)) {
      const path = definition.path.replace(/:(\w+)/g, '{$1}')
      paths[path] ??= {}
      paths[path][definition.method.toLowerCase()] = operation(module, name, definition as Endpoint)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '融媒 Rongmei API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'rongmei_session' } } },
  }
}

function operation(module: string, name: string, definition: Endpoint): Schema {
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: definition.summary,
    ...(definition.access === 'session' ? { security: [{ session: [] }] } : {}),
    parameters: [...parameters(definition.params, 'path'), ...parameters(definition.query, 'query')],
    ...requestBody(definition),
    responses: { ...success(definition), ...refusals(definition) },
  }
}

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): Schema[] {
  if (!schema) return []
  const json = toSchema(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }))
}

function requestBody(definition: Endpoint): Schema {
  if (definition.upload) {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (!definition.body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: toSchema(definition.body, 'input') } } },
  }
}

function success(definition: Endpoint): Schema {
  if (definition.reply === 'empty') return { 204: { description: 'Done' } }
  if (definition.reply === 'file')
    return {
      200: {
        description: 'The file',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  return {
    200: { description: 'OK', content: { 'application/json': { schema: toSchema(definition.reply, 'output') } } },
  }
}

function refusals(definition: Endpoint): Schema {
  const byStatus = new Map<number, string[]>()
  for (const key of [
    ...definition.errors,
    ...(definition.access === 'session' ? (['session.required', 'session.expired'] as const) : []),
  ]) {
    const [status] = errors[key]
    byStatus.set(status, [...(byStatus.get(status) ?? []), key])
  }
  return Object.fromEntries([...byStatus].map(([status, keys]) => [status, { description: keys.join(', ') }]))
}
