import neo4j, { type Driver } from 'neo4j-driver'
import type { Address, SentStatement } from '../../server/kernel/graph.ts'

/** Statements of one request, wave by wave: those of a wave were under way together. */
export type Waves = readonly (readonly SentStatement[])[]

/** Notes what a request sends and which of it waited for which. */
export class WaveRecorder {
  private waves: SentStatement[][] = []
  private open = 0

  readonly onStatement = (sent: SentStatement): (() => void) => {
    if (this.open === 0) this.waves.push([])
    this.waves.at(-1)?.push(sent)
    this.open += 1
    return () => { this.open -= 1 }
  }

  take(): Waves {
    const taken = this.waves
    this.waves = []
    return taken
  }
}

/** The same Cypher with the same input by the bare driver: what no server around it can beat. */
export class BareDriver {
  private readonly driver: Driver

  constructor(private readonly address: Address) {
    this.driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), { disableLosslessIntegers: true, fetchSize: -1 })
  }

  async replay(waves: Waves): Promise<void> {
    for (const wave of waves) await Promise.all(wave.map((sent) => this.send(sent)))
  }

  close(): Promise<void> {
    return this.driver.close()
  }

  private async send({ text, parameters }: SentStatement): Promise<void> {
    const session = this.driver.session({ database: this.address.database, defaultAccessMode: neo4j.session.READ, fetchSize: -1 })
    try {
      await session.run(text, parameters)
    } finally {
      void session.close()
    }
  }
}
