/** An activity as a client of Direct Line sends or gets it, as far as the emulation reads it. */
export interface WireActivity {
  readonly type: string
  readonly id?: string
  readonly from: { readonly id: string; readonly role?: string }
  readonly replyToId?: string
  readonly [field: string]: unknown
}
