/** The caller's token is missing or wrong. */
export class NotAuthorised extends Error {
  override readonly name = 'NotAuthorised'
}
