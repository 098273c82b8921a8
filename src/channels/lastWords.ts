/**
 * What stands when the knowledge itself cannot be read, so that no record can be asked for a number.
 * The only place in src/ that names one.
 */
export const lastWords = 'In danger, call 999. For the police when it is not urgent, call 101.'
