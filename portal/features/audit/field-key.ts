/** The names under which a recorded field's words may stand: its own, else that of what stands before its first dot. */
export const fieldKeys = (field: string): readonly [own: string, group: string] => [field.replaceAll(/[. ]/g, '_'), field.split('.')[0] ?? '']
