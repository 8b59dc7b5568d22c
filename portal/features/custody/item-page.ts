/** Where a line of stock leads: the serial's or the batch's page; a line that is known by its label only is looked up. */
export function itemPage(item: { id: string, udi: string }): string {
  if (item.id.startsWith('ser_')) return `/serials/${item.id}`
  if (item.id.startsWith('bat_')) return `/batches/${item.id}`
  return `/scan?code=${encodeURIComponent(item.udi)}`
}
