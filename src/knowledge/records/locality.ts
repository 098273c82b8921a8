import { z } from 'zod'

/** The places of one area, or of two where a border runs through them (then we ask). */
export const localities = z.strictObject({
  areas: z.array(z.string()).min(1),
  places: z.array(
    z.strictObject({
      name: z.string(),
      aliases: z.array(z.string()).default([]),
      /** Also an everyday word or a person's name: only taken as a place behind "in", "from", "near", alone, or written as in print. */
      everydayWord: z.boolean().default(false)
    })
  ),
  /** Postcode districts: "BH1". */
  postcodes: z.array(z.string().regex(/^[A-Z]{1,2}\d{1,2}[A-Z]?$/, 'write a district as BH1 or SW1A')).default([])
})
export type Localities = z.infer<typeof localities>
