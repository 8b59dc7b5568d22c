/** The one row; undefined where there is none, or several: a bare number that fits two things names neither. */
export const onlyOne = <Row>(rows: readonly Row[]): Row | undefined => (rows.length === 1 ? rows[0] : undefined)
