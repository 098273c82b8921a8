/** What a keeper calls each kind of contact. */
export const kindNames = { phone: 'number', text: 'text number', email: 'email' } as const
