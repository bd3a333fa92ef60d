import { type Endpoint, endpoints, errors } from '@rongmei/contract'
import { z } from 'zod'

type Schema = Record<string, unknown>

/** The OpenAPI 3.1 document of the whole contract, made from the same objects that route and validate. */
export function openApi(version: string): Schema {
  const shared = makeShared()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const [module, tree] of Object.entries(endpoints)) {
    for (const [name, definition] of Object.entries(tree)) {
      const path = definition.path.replace(/:(\w+)/g, '{$1}')
      paths[path] ??= {}
      paths[path][definition.method.toLowerCase()] = operation(module, name, definition as Endpoint, shared.toSchema)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '融媒 Rongmei API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: shared.schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'rongmei_session' } },
    },
  }
}

function operation(module: string, name: string, definition: Endpoint, toSchema: ToSchema): Schema {
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: definition.summary,
    ...(definition.access === 'session' ? { security: [{ session: [] }] } : {}),
    parameters: [
      ...parameters(definition.params, 'path', toSchema),
      ...parameters(definition.query, 'query', toSchema),
    ],
    ...requestBody(definition, toSchema),
    responses: { ...success(definition, toSchema), ...refusals(definition) },
  }
}

type ToSchema = (schema: z.ZodType, io: 'input' | 'output') => Schema

/**
 * zod puts what a recursive schema refers to beside it, as `#/$defs/…`; in a document, such an address is read from the
 * document's own root. Those parts move to `components/schemas`, equal ones once.
 */
function makeShared(): { schemas: Record<string, unknown>; toSchema: ToSchema } {
  const schemas: Record<string, unknown> = {}
  const sets = new Map<string, string>()
  const toSchema: ToSchema = (schema, io) => {
    const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
    if ($defs === undefined) return rest
    const text = JSON.stringify($defs)
    const prefix = sets.get(text) ?? `shared${sets.size + 1}`
    const move = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`)) as Schema
    if (!sets.has(text)) {
      sets.set(text, prefix)
      for (const [name, part] of Object.entries($defs as Schema)) schemas[`${prefix}${name}`] = move(part)
    }
    return move(rest)
  }
  return { schemas, toSchema }
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query', toSchema: ToSchema): Schema[] {
  if (!schema) return []
  const json = toSchema(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }))
}

function requestBody(definition: Endpoint, toSchema: ToSchema): Schema {
  if (definition.upload) {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (!definition.body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: toSchema(definition.body, 'input') } } },
  }
}

function success(definition: Endpoint, toSchema: ToSchema): Schema {
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
