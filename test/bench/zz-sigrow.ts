import 'reflect-metadata'
import { signatureRow } from './recall-signature.ts'
process.stdout.write(`${await signatureRow()}\n`)
