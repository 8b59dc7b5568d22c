/** Hands a file to the browser's own download. */
export function saveFile(name: string, content: Blob | string, mediaType = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${mediaType};charset=utf-8` }) : content
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The click only queues the download: revoked at once, some browsers save nothing.
  setTimeout(() => { URL.revokeObjectURL(link.href) }, 10_000)
}

/** A file name of the parts that say what is in it; what a file system refuses becomes a dash. */
export function fileName(parts: string[], extension: string): string {
  const stem = parts.map((part) => part.replace(/[^\p{Letter}\p{Number}._]+/gu, '-').replace(/^-+|-+$/g, '')).filter(Boolean).join('_')
  return `${stem.slice(0, 120)}.${extension}`
}
