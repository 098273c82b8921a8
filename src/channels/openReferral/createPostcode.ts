import { z } from 'zod'
import type { Knowledge } from '../../knowledge/loadKnowledge.js'

const form = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})?$/

/**
 * Reads a whole postcode or only its first half ("BH15 1AA", "bh15") into the ids of the areas that lie there: two where a border runs
 * through the district. Nothing is asked of anybody: the districts are our own records.
 */
export function createPostcode({ localities }: Knowledge) {
  const areas = new Map([...localities.values()].flatMap((file) => file.postcodes.map((district) => [district, file.areas] as const)))
  return z.string({ error: 'write postcode once' }).transform((written, context) => {
    const district = form.exec(written.toUpperCase().replace(/\s/g, ''))?.[1]
    const found = district === undefined ? undefined : areas.get(district)
    if (found !== undefined) return found
    context.addIssue(
      district === undefined ? 'write a postcode as BH15 1AA, or its first half as BH15' : 'no such postcode district is known here'
    )
    return z.NEVER
  })
}
