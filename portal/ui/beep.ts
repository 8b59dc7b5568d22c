import { useLocalStorage } from '@vueuse/core'

/** Whether scans are heard; the reader's choice. */
export const soundOn = useLocalStorage('devicetrail.sound', true)

export type Sound = 'good' | 'doubt' | 'bad'

/** Hertz and seconds, note by note: high and short for good, falling for doubt, low and twice for bad, so that nobody has to look. */
const notes: Record<Sound, readonly (readonly [pitch: number, begin: number, length: number])[]> = {
  good: [[1320, 0, 0.07]],
  doubt: [[880, 0, 0.1], [587, 0.12, 0.14]],
  bad: [[220, 0, 0.18], [220, 0.26, 0.3]],
}

let context: AudioContext | undefined

/** Says by sound and by vibration how a scan went; browsers allow neither before the first touch or key. */
export function beep(sound: Sound): void {
  if (!navigator.userActivation.hasBeenActive) return
  navigator.vibrate?.(sound === 'good' ? 40 : [80, 60, 80])
  if (!soundOn.value) return
  context ??= new AudioContext()
  for (const [pitch, begin, length] of notes[sound]) play(context, pitch, context.currentTime + begin, length)
}

function play(audio: AudioContext, pitch: number, begin: number, length: number) {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.type = 'square'
  tone.frequency.value = pitch
  volume.gain.value = 0.08
  tone.connect(volume).connect(audio.destination)
  tone.start(begin)
  tone.stop(begin + length)
}
