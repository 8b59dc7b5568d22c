import { bothLanguages } from '../../app/both-languages.ts'

export const packingMessages = bothLanguages({
  zh: {
    title: '装箱', lead: '先扫描箱或托盘的 SSCC，再扫描放进去的器械和箱，核对后一次登记。', nobody: '您的角色不做装箱。如有需要，请联系本单位管理员。',
    which: '哪个箱或托盘', sscc: 'SSCC', ssccHint: '扫描箱签，或输入 18 位数字。周转托盘用 GRAI (8003) 或 GIAI (8004)。', ssccWrong: '这不是箱号：SSCC 为 18 位数字，最后一位是校验位；周转托盘以 (8003) 或 (8004) 开头。请核对箱签。', open: '打开',
    assign: '新编一个号', assignHint: '从本单位的 GS1 厂商识别代码编出，不重复。装好后打印标签。', noPrefix: '本单位的 GS1 厂商识别代码还没有登记，不能编号。请联系平台运营方，或使用已有的箱签。',
    other: '换一个箱', empty: '还没有装入任何东西', fresh: '新箱，还没有装入任何东西。', inside: '箱内', insideCount: '{n} 行', units: '托盘上的箱', page: '箱的页面', ship: '发货',
    site: '操作库位', direction: '做什么', in: '放入', out: '取出', inList: '要放入的', outList: '要取出的', scanIn: '扫描要放入的器械、批次或箱。', scanOut: '扫描要取出的，或在箱内清单上点取出。',
    pack: '装箱：{n} 行', unpack: '取出：{n} 行', takeOut: '取出 {item}', takeAll: '全部取出', takeAllAsk: '箱内的全部取出？', takeAllYes: '全部取出', itself: '这就是正在装的箱', paste: '粘贴清单',
    packed: '已装入 {n} 行。', unpacked: '已取出 {n} 行。', emptied: '已全部取出。', back: '{n} 行没有接收，原因写在各行。', next: '装好了：打印标签贴在箱上，然后发货。',
    rejection: { NOT_INSIDE: '不在这个箱里。', NOT_IN_YOUR_STOCK: '不在您的库存。请先确认收货。', EMPTY: '平台不知道这个箱里有什么。' },
    refused: {
      in: { sscc: { CONFLICT: '这个箱已连同箱内器械离开您处，不能再装。请换一个箱。' }, lines: { INVALID_INPUT: '箱不能装进自己，也不能装进自己里面的箱。', TOO_LARGE: '一次的行太多，请分几次。' } },
      out: { sscc: { CONFLICT: '箱内的器械不在您手里：请先确认收货；已发出的由收货方拆箱。', NOT_FOUND: '没有与您有关的这个箱。' }, lines: { TOO_LARGE: '一次的行太多，请分几次。' } },
    },
  },
  en: {
    title: 'Packing', lead: 'Scan the SSCC of a carton or pallet, then what goes in. Check, and record all at once.', nobody: 'Packing is not among your roles’ tasks. Ask an administrator of your organization if it should be.',
    which: 'Which carton or pallet', sscc: 'SSCC', ssccHint: 'Scan the carton’s label, or type the 18 digits. Of a returnable tray its GRAI (8003) or GIAI (8004).', ssccWrong: 'That is no carton’s number: an SSCC has 18 digits, the last a check digit; a tray’s begins with (8003) or (8004). Look at the label again.', open: 'Open',
    assign: 'Give a new number', assignHint: 'From your GS1 company prefix, never twice. Print the label when it is packed.', noPrefix: 'Your organization’s GS1 company prefix is not on record, so no number can be given. Ask the hub’s operator, or use a label that you have.',
    other: 'Another carton', empty: 'Nothing is packed in it', fresh: 'A new carton: nothing is packed in it yet.', inside: 'Inside', insideCount: '{n} line | {n} lines', units: 'Cartons on it', page: 'The carton’s page', ship: 'Ship it',
    site: 'Where it is done', direction: 'What to do', in: 'Put in', out: 'Take out', inList: 'To put in', outList: 'To take out', scanIn: 'Scan the devices, lots or cartons that go in.', scanOut: 'Scan what comes out, or touch it in the list of what is inside.',
    pack: 'Pack {n} line | Pack {n} lines', unpack: 'Take out {n} line | Take out {n} lines', takeOut: 'Take out {item}', takeAll: 'Take everything out', takeAllAsk: 'Take out all that is inside?', takeAllYes: 'Take everything out', itself: 'That is the carton being packed', paste: 'Paste a list',
    packed: '{n} line packed. | {n} lines packed.', unpacked: '{n} line taken out. | {n} lines taken out.', emptied: 'Everything is out.', back: '{n} line was not taken; it says why. | {n} lines were not taken; each says why.', next: 'When it is full: print the label for it, then ship it.',
    rejection: { NOT_INSIDE: 'It is not in this carton.', NOT_IN_YOUR_STOCK: 'Not in your stock. Confirm its receipt first.', EMPTY: 'Nobody has recorded what is in this carton.' },
    refused: {
      in: { sscc: { CONFLICT: 'This carton has left your hands with what is in it. Take another.' }, lines: { INVALID_INPUT: 'A carton cannot be packed into itself, nor into what is inside it.', TOO_LARGE: 'Too many lines at once: do it in parts.' } },
      out: { sscc: { CONFLICT: 'What is in it is not in your hands: confirm its receipt first. What you sent off is for its recipient to unpack.', NOT_FOUND: 'You deal with no such carton.' }, lines: { TOO_LARGE: 'Too many lines at once: do it in parts.' } },
    },
  },
})
