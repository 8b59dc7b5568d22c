import { expect, it } from 'vitest'
import { serialNumbers } from '../../../portal/features/production/serial-numbers.ts'

it('reads serial numbers from lines, columns and ranges, each once', () => {
  expect(serialNumbers('A-001\r\nA-002\tA-003; A-001\n\n').numbers).toEqual(['A-001', 'A-002', 'A-003'])
  expect(serialNumbers('A-001, A-002, A-001').twice).toEqual(['A-001'])
  expect(serialNumbers('ML4-098..ML4-101').numbers).toEqual(['ML4-098', 'ML4-099', 'ML4-100', 'ML4-101'])
  expect(serialNumbers('B04-001 至 B04-003').numbers).toEqual(['B04-001', 'B04-002', 'B04-003'])
  expect(serialNumbers('0007 – 0009').numbers).toEqual(['0007', '0008', '0009'])
})

it('tells what is no serial number and no range, and takes none of it', () => {
  expect(serialNumbers('A 1\n泵-1\nA-002')).toMatchObject({ numbers: ['A-002'], bad: ['A 1', '泵-1'] })
  expect(serialNumbers('A-010..A-001')).toMatchObject({ numbers: [], bad: ['A-010..A-001'] })
  expect(serialNumbers('A-1..B-3')).toMatchObject({ numbers: [], bad: ['A-1..B-3'] })
  expect(serialNumbers('A-00001..A-10002').tooMany).toBe(true)
})
