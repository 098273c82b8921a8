/** A setting of the environment that Signpost cannot start with; the message names it and says what would be right. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting'
}
