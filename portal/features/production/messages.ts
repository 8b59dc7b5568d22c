import { bothLanguages } from '../../app/both-languages.ts'

export const productionMessages = bothLanguages({
  zh: {
    lot: { title: '登记批次', brief: '批次', lead: '登记本单位生产的批次，附合格证明。收货方据此追溯。', do: '登记批次', done: '已登记批次 {lot}。' },
    made: { title: '登记生产', lead: '登记生产出的批次或序列号，以及用掉的物料批次。', lotHint: '没有批号的设备可不填。已登记的批次可以继续加序列号。', quantity: '不带序列号的数量', at: '生产时间', do: '登记 {n} 个序列号', doLot: '登记批次', done: '已登记。' },
    product: '产品', productSearch: '按名称、型号或编码查找', lotNumber: '批号', quantity: '数量', unit: '单位', site: '在哪里生产', openLot: '打开批次', openSerial: '打开第一件',
    serials: { title: '序列号', hint: '每行一个，可从表格粘贴；连号写作 A-001..A-120。', read: '{n} 个序列号', bad: '不能用（1 至 50 位字母、数字和符号，不含空格和汉字）：', twice: '重复，只算一次：', tooMany: '一次最多 {n} 个，请分次登记。' },
    consumed: { title: '用掉的批次', hint: '扫描用掉的批次，逐个填数量。', code: '批次标签或批号', add: '加入', added: '已加入', stock: '库存 {amount}', noStock: '不在本单位库存。' },
    certificates: { title: '合格证明、检验报告', hint: 'JPEG、PNG 或 PDF，每个不超过 10 MB。收到这批物料的单位可以看到。', sending: '正在上传…', wrong: '只收 JPEG、PNG 和 PDF，每个不超过 10 MB：', away: '未能上传，请重新选择：' },
    refused: {
      product: { NOT_FOUND: '本单位没有这个产品。' },
      lotNumber: { CONFLICT: '这个批号已经登记过。请核对，或换一个批号。', INVALID_INPUT: '批号为 1 至 50 位字母、数字和符号，不含汉字。' },
      quantity: { INVALID_INPUT: '数量必须大于零。' }, manufacturedOn: { INVALID_INPUT: '生产日期不能晚于今天。' }, expiresOn: { INVALID_INPUT: '有效期与生产日期或已登记的有效期矛盾。' },
      serialNumbers: { CONFLICT: '这个序列号已经登记过。', INVALID_INPUT: '这个序列号不能用。', TOO_LARGE: '一次太多，请分次登记。' },
      consumed: { NOT_FOUND: '平台没有与您有关的这个批次。', CONFLICT: '库存中没有这么多，或单位不同。', BLOCKED: '这个批次已召回、隔离或过期。' },
      documents: { NOT_FOUND: '有一个文件不能附上，请移出后重新上传。' }, at: { INVALID_INPUT: '时间不能在将来。' },
    },
  },
  en: {
    lot: { title: 'Register a lot', brief: 'Lots', lead: 'A lot that your organization made, with its certificates: what its buyers trace it by.', do: 'Register the lot', done: 'Lot {lot} is registered.' },
    made: { title: 'Record production', lead: 'Lots or serial numbers that were made, and the lots of material that went in.', lotHint: 'Leave empty for equipment without lots. A lot that is on record takes more serial numbers.', quantity: 'How many without serial numbers', at: 'Made at', do: 'Register {n} serial number | Register {n} serial numbers', doLot: 'Register the lot', done: 'Registered.' },
    product: 'Product', productSearch: 'Find by name, model or code', lotNumber: 'Lot number', quantity: 'Quantity', unit: 'Unit', site: 'Where it was made', openLot: 'Open the lot', openSerial: 'Open the first',
    serials: { title: 'Serial numbers', hint: 'One a line, as pasted from a sheet; a run as A-001..A-120.', read: '{n} serial number | {n} serial numbers', bad: 'Not usable (1 to 50 letters, digits and signs, without spaces):', twice: 'Given twice, counted once:', tooMany: 'At most {n} at once: register them in parts.' },
    consumed: { title: 'Lots that went in', hint: 'Scan each lot that was used up, and say how much of it.', code: 'The lot’s label or number', add: 'Add', added: 'Added', stock: '{amount} in stock', noStock: 'Not in your stock.' },
    certificates: { title: 'Certificates, inspection reports', hint: 'JPEG, PNG or PDF, at most 10 MB each. Whoever gets some of the lot can read them.', sending: 'Sending …', wrong: 'Only JPEG, PNG and PDF, at most 10 MB each:', away: 'That was not sent. Choose it again:' },
    refused: {
      product: { NOT_FOUND: 'Your organization has no such product.' },
      lotNumber: { CONFLICT: 'This lot number is on record already. Check it, or take another.', INVALID_INPUT: 'A lot number has 1 to 50 letters, digits and signs.' },
      quantity: { INVALID_INPUT: 'A quantity is more than nothing.' }, manufacturedOn: { INVALID_INPUT: 'It cannot be made after today.' }, expiresOn: { INVALID_INPUT: 'It contradicts the day it was made, or the expiry on record.' },
      serialNumbers: { CONFLICT: 'This serial number was registered before.', INVALID_INPUT: 'This serial number is not usable.', TOO_LARGE: 'Too many at once: register them in parts.' },
      consumed: { NOT_FOUND: 'Nothing that you deal with has this code.', CONFLICT: 'There is not as much in your stock, or it is counted in another unit.', BLOCKED: 'This lot is recalled, held or expired.' },
      documents: { NOT_FOUND: 'A file cannot be attached. Take it out and send it again.' }, at: { INVALID_INPUT: 'It cannot be in the future.' },
    },
  },
})
