import type { useWords } from '../../app/words.ts'
import type { Lookup } from './lookup.query.ts'

type Words = ReturnType<typeof useWords>
type Product = NonNullable<Lookup['product']>

/** One line of what a product is: its maker, model, class and handling. */
export function productLine(product: Product, { t, known, localName, isZh }: Words): string {
  const { model, riskClass } = product
  const handling = [product.sterile && t('identify.verdict.about.sterile'), product.singleUse && t('identify.verdict.about.singleUse')]
  return [
    product.manufacturer && localName(product.manufacturer),
    model && t('identify.verdict.about.model', { model }),
    riskClass && known(`identify.verdict.about.${riskClass}`, t('identify.verdict.about.riskClass', { class: riskClass })),
    handling.filter(Boolean).join(isZh.value ? '，' : ', '),
  ].filter(Boolean).join(' · ')
}

/** The package level that was scanned: `Carton of 5 pieces`. */
export function packageWords(level: NonNullable<Lookup['packageLevel']>, { t, count }: Words): string {
  if (level.type === 'UNIT_OF_USE') return t('identify.verdict.unitOfUse')
  if (level.type === 'DIRECT_MARK') return t('identify.verdict.directMark')
  if (level.units === null) return level.level ?? level.type
  return t('identify.verdict.level', { level: level.level ?? level.type, units: count('ui.unit.EA', level.units) })
}
