const [escape, ctrlX] = ['\u001b', '\u0018']
const [presses, within] = [3, 5000]

/**
 * Makes the watch for the keys that leave at once: Ctrl-X, or Esc pressed three times within five seconds.
 * A terminal sees no Shift, and a frightened hand finds Esc. Arrows and other keys begin with the same code but go on, and do not count.
 */
export function createExitKeys(now: () => number = Date.now): (typed: string) => boolean {
  let pressed: number[] = []
  return (typed) => {
    if (typed.includes(ctrlX)) return true
    if (typed.replaceAll(escape, '') !== '') pressed = []
    else pressed = [...pressed.filter((at) => now() - at < within), ...Array.from(typed, () => now())]
    return pressed.length >= presses
  }
}
