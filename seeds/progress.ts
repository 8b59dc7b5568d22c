const barWidth = 24
const lineEvery = 5_000

const duration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

const bar = (share: number): string => {
  const full = Math.round(barWidth * share)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
}

/** A bar that is redrawn on a terminal, and a line every five seconds elsewhere: how far, how fast, how long still. */
export class Progress {
  private readonly began = Date.now()
  private lastLine = Date.now()

  /** @param total how many there will be; @param unit what they are, as "serials" */
  constructor(private readonly total: number, private readonly unit: string, private readonly out: NodeJS.WriteStream = process.stderr) {}

  /** @param done how many are done; @param more what else to tell */
  show(done: number, more = ''): void {
    const text = this.text(done, more)
    if (this.out.isTTY) this.out.write(`\r\x1b[K${bar(Math.min(1, done / this.total))} ${text}`)
    else if (Date.now() - this.lastLine >= lineEvery) {
      this.lastLine = Date.now()
      this.out.write(`  ${text}\n`)
    }
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\x1b[K')
  }

  private text(done: number, more: string): string {
    const passed = Date.now() - this.began
    const left = done === 0 ? '' : `, ${duration((passed / done) * (this.total - done))} left`
    const share = Math.floor((100 * done) / this.total)
    return `${share} % · ${done.toLocaleString('en')} of ${this.total.toLocaleString('en')} ${this.unit} · ${Math.round((1000 * done) / Math.max(1, passed)).toLocaleString('en')}/s${left}${more && ` · ${more}`}`
  }
}
