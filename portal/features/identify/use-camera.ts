import { onBeforeUnmount, ref, type Ref } from 'vue'
import { decodeLabel } from './decode.ts'

export type CameraTrouble = 'denied' | 'none' | 'insecure'

interface TorchTrack extends MediaStreamTrack {
  getCapabilities(): MediaTrackCapabilities & { torch?: boolean }
}

const pause = 120
/** In view for so long, a label is still the same one; taken away and shown again, it is another of its lot. */
const sameLabel = 2_000

/** Shows the camera in a video element and tries frame after frame until one can be read; with `many`, until it is closed. */
export function useCamera(video: Ref<HTMLVideoElement | null>, onRead: (text: string) => void, { many }: { many: boolean }) {
  const trouble = ref<CameraTrouble | null>(null)
  const hasTorch = ref(false)
  const torch = ref(false)
  let track: TorchTrack | null = null
  let ended = false

  async function start() {
    try {
      const stream = await openStream()
      track = stream.getVideoTracks()[0] as TorchTrack
      if (ended || !video.value) { stop(); return }
      hasTorch.value = track.getCapabilities().torch === true
      video.value.srcObject = stream
      await video.value.play()
      await readFrames(video.value)
    } catch (error) {
      trouble.value = troubleOf(error)
    }
  }

  async function readFrames(element: HTMLVideoElement) {
    let seen = { text: '', at: 0 }
    while (!ended) {
      const text = await decodeLabel(frameOf(element))
      if (text && !ended) {
        const isNew = text !== seen.text || Date.now() - seen.at > sameLabel
        seen = { text, at: Date.now() }
        if (isNew) onRead(text)
        if (!many) return
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  async function toggleTorch() {
    torch.value = !torch.value
    await track?.applyConstraints({ advanced: [{ torch: torch.value } as MediaTrackConstraintSet] })
  }

  function stop() {
    ended = true
    track?.stop()
  }

  onBeforeUnmount(stop)
  return { start, stop, trouble, hasTorch, torch, toggleTorch }
}

function openStream(): Promise<MediaStream> {
  // Browsers give no camera to a page that came over plain HTTP from another machine.
  if (!window.isSecureContext) return Promise.reject(new DOMException('', 'SecurityError'))
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } } })
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'SecurityError') return 'insecure'
  return name === 'NotAllowedError' ? 'denied' : 'none'
}

function frameOf(video: HTMLVideoElement): ImageData {
  const canvas = new OffscreenCanvas(video.videoWidth || 1, video.videoHeight || 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2d canvas')
  context.drawImage(video, 0, 0)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
