/** Business steps in words: what happened, as somebody on the spot would say it. */
export const stepsZh = {
  commissioning: '赋码', creating_class_instance: '生产入账', encoding: '写入标签', assembling: '装入部件', transforming: '生产投料', repackaging: '重新包装',
  inspecting: '检验', inspecting_conformant: '检验合格', inspecting_non_conformant: '检验不合格', sampling: '抽样', holding: '隔离', reserving: '预留',
  packing: '装箱', loading: '装车', unpacking: '拆箱', unloading: '卸货', picking: '拣货', staging_outbound: '备货',
  shipping: '发货', shipping_returned: '退货发出', departing: '启运', consigning: '售出交付', transporting: '运输', retail_selling: '零售', void_shipping: '撤销发货',
  arriving: '到达', receiving: '收货', receiving_returned: '收到退货', receiving_damaged: '收货，有破损', accepting: '收货验收', accepting_returned: '退货验收', accepting_damaged: '验收，有破损', collecting: '回收',
  storing: '入库', stocking: '上架', entering_exiting: '进出库', cycle_counting: '循环盘点', cycle_counting_unavailable: '清点时缺少', stock_taking: '盘点',
  installing: '安装', putting_into_service: '投入使用', taking_out_of_service: '停用', dispensing: '发放使用', dispensing_non_sellable_other: '打开未用', implanting: '植入', explanting: '取出', repairing: '维修', removing: '拆下部件', replacing: '更换部件', disassembling: '拆解',
  decommissioning: '停用标识', destroying: '销毁', killing: '作废标签', other: '其他事件',
}

export const stepsEn: Record<keyof typeof stepsZh, string> = {
  commissioning: 'Commissioned', creating_class_instance: 'Entered as made', encoding: 'Label written', assembling: 'Parts installed', transforming: 'Made from inputs', repackaging: 'Repacked',
  inspecting: 'Inspected', inspecting_conformant: 'Inspected, passed', inspecting_non_conformant: 'Inspected, failed', sampling: 'Sampled', holding: 'Quarantined', reserving: 'Reserved',
  packing: 'Packed', loading: 'Loaded', unpacking: 'Unpacked', unloading: 'Unloaded', picking: 'Picked', staging_outbound: 'Staged',
  shipping: 'Shipped', shipping_returned: 'Sent back', departing: 'Departed', consigning: 'Sold and handed over', transporting: 'Carried', retail_selling: 'Sold', void_shipping: 'Shipment voided',
  arriving: 'Arrived', receiving: 'Received', receiving_returned: 'Return received', receiving_damaged: 'Received damaged', accepting: 'Received and accepted', accepting_returned: 'Return accepted', accepting_damaged: 'Accepted damaged', collecting: 'Collected',
  storing: 'Stored', stocking: 'Put on the shelf', entering_exiting: 'Moved', cycle_counting: 'Cycle-counted', cycle_counting_unavailable: 'Missing when counted', stock_taking: 'Counted',
  installing: 'Installed', putting_into_service: 'Put into service', taking_out_of_service: 'Taken out of service', dispensing: 'Dispensed', dispensing_non_sellable_other: 'Opened in vain', implanting: 'Implanted', explanting: 'Explanted', repairing: 'Repaired', removing: 'Part removed', replacing: 'Part replaced', disassembling: 'Taken apart',
  decommissioning: 'Identifier retired', destroying: 'Destroyed', killing: 'Label voided', other: 'Other event',
}
