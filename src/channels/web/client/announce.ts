/** Tells screen readers something: politely, or at once. */
export function announce(words: string, region: 'told' | 'alarm' = 'told'): void {
  const place = document.getElementById(region)
  if (place !== null) place.textContent = words
}
