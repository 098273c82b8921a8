import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import DoubleMetaphone from 'natural/lib/natural/phonetics/double_metaphone.js'

/** The known word that an unknown one sounds like ("skwl", "fone"), if one looks like it too. */
export type SoundAlike = (word: string) => string | undefined

const leastLikeness = 0.8
const mostLonger = 2

/**
 * Makes the finder of words that are written as they sound: the same double metaphone code (Philips 2000; natural) and a Jaro-Winkler
 * likeness (natural) of 0.8 or more, at most two letters longer or shorter. `vocabulary` has the commonest word first, which wins among equals.
 */
export function createSoundAlike(vocabulary: readonly string[]): SoundAlike {
  const bySound = new Map<string, string[]>()
  for (const word of vocabulary) {
    const sound = soundOf(word)
    const known = bySound.get(sound)
    if (known === undefined) bySound.set(sound, [word])
    else known.push(word)
  }
  return (word) => {
    let found: { word: string; likeness: number } | undefined
    for (const known of bySound.get(soundOf(word)) ?? []) {
      if (Math.abs(known.length - word.length) > mostLonger) continue
      const likeness = jaroWinkler(word, known)
      if (likeness >= leastLikeness && likeness > (found?.likeness ?? 0)) found = { word: known, likeness }
    }
    return found?.word
  }
}

const doubleMetaphone = new DoubleMetaphone()
const soundOf = (word: string): string => doubleMetaphone.process(word)[0]
