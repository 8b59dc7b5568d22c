/** UN/ECE Recommendation 20, as far as the portal has words for them (ui.unit). */
export const units = ['EA', 'KGM', 'GRM', 'MTR', 'MMT', 'LTR', 'MLT', 'MTK'] as const
export type Unit = typeof units[number]
