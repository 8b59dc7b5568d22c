import { computed, ref, watch, type Ref } from 'vue'
import { pathTo, firstRow, type TreeRows } from './genealogy-tree.ts'
import { CHILDREN_STEP, initiallyOpen, visibleRows, type VisibleRow } from './genealogy-tree-view.ts'

/** What of a tree is open, shown and focused; a new tree starts afresh, a selected node is made visible. */
export function useTree(rows: Ref<TreeRows>, root: Ref<string>, selected: Ref<string | null>) {
  const open = ref(new Set<string>())
  const shown = ref(new Map<string, number>())
  const focused = ref(root.value)
  const lines = computed(() => visibleRows(rows.value, root.value, { open: open.value, shown: shown.value }))

  function setOpen(keys: string[], isOpen: boolean) {
    for (const key of keys) {
      if (!isOpen) open.value.delete(key)
      else if (rows.value.get(key)?.children.length) open.value.add(key)
    }
    if (!lines.value.some((line) => line.key === focused.value)) focused.value = nearest(focused.value)
  }

  /** The closest ancestor still on the screen: focus never falls out of the tree. */
  function nearest(key: string): string {
    const keys = new Set(lines.value.map((line) => line.key))
    let at: string | null = key
    while (at && !keys.has(at)) at = rows.value.get(at)?.parent ?? null
    return at ?? root.value
  }

  function showMore(line: VisibleRow) {
    const before = shown.value.get(line.row.key) ?? CHILDREN_STEP
    shown.value.set(line.row.key, before + CHILDREN_STEP)
    focused.value = line.row.children[before] ?? line.row.key
  }

  function reveal(id: string) {
    const row = firstRow(rows.value, id)
    if (!row) return
    for (const key of pathTo(rows.value, id)) open.value.add(key)
    if (row.parent && row.position > CHILDREN_STEP) shown.value.set(row.parent, Math.max(row.position, shown.value.get(row.parent) ?? 0))
    // A second row of the same thing keeps the focus that the reader gave it.
    if (rows.value.get(focused.value)?.id !== id) focused.value = row.key
  }

  watch(rows, (now) => {
    open.value = initiallyOpen(now, 4)
    shown.value = new Map()
    focused.value = root.value
  }, { immediate: true })
  watch([rows, selected], () => { if (selected.value) reveal(selected.value) }, { immediate: true })

  return { lines, open, focused, setOpen, showMore }
}
