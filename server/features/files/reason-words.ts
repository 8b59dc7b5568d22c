/** What the hub says of a line in English, in Chinese: by code, since the English names numbers and lots as well. */
const chinese: Readonly<Record<string, string>> = {
  EMPTY_CELL: '此列必填，请填写。', UNREADABLE: '有无法识别的字符。请将文件另存为 UTF-8 后重新上传。', TOO_LONG: '内容太长，请缩短。',
  NOT_A_NUMBER: '不是数字。请只填写数字，如 12 或 0.5。', NOT_YES_OR_NO: '请填写“是”或“否”。', NOT_A_CHOICE: '不是可选的值。可选的值见模板的说明页。',
  NOT_LOTS: '每个批次依次写编码、数量、单位，中间空格，批次之间用分号，如 R26-0118 4.5 KGM; R26-0120 1 KGM。',
  NOT_A_TIME: '不是时间。请写成 2026-11-22 14:30。', NOT_A_DAY: '不是日期。请写成 2026-11-22。',
  NUMBER_SHORTENED: '表格软件缩短了这个编码，末尾几位已丢失。请把该列设为文本格式后重新填写。',
  HUB_FAILED: '平台处理这一行时出错。请重新上传；如再次出错，请把导入编号告知平台运营方。',
  NOT_FOUND: '平台没有与您有关的此项记录。请核对编码；如无误，请让发货方上报发货。', AMBIGUOUS: '号码不唯一，请填写完整标签。', LABEL_MISMATCH: '标签与记录的批号不一致。请勿使用，并联系生产企业。',
  QUANTITY_NEEDED: '请填写数量。', QUANTITY_WRONG: '数量必须大于零。', UNIT_DIFFERS: '此批次按另一单位计数，请按该单位填写数量。', DUPLICATE_LINE: '与另一行重复。',
  RECALLED: '已被生产企业召回。请单独存放，并答复召回通知。', SUSPECT: '曾报失、被盗或同时出现在两处。请单独存放，并联系生产企业。', QUARANTINED: '隔离中。请先检验并放行。', NON_CONFORMANT: '检验不合格。请退回或报废。',
  DAMAGED: '已损坏。请退回或报废。', HELD_PENDING_RECALL: '生产企业在决定召回前已暂停使用。请单独存放。', EXPIRED: '已过期。请退回或报废。', SCRAPPED: '已报废。如有误，请声明该记录有误。', ALREADY_USED: '已使用。如有误，请声明该记录有误。',
  NOT_IN_YOUR_STOCK: '不在您的库存。请先确认收货。', TOO_EARLY: '时间早于生产时间。请改正日期。', ON_ITS_WAY: '您已发出。如已返回，请先撤回发货。', NOT_ON_ITS_WAY: '不是您发出的在途货物，或没有这么多。已被收货的由收货方退回。', LEFT_LATER: '发出时间更晚。请填写货物返回的时间。', SEVERAL_ON_THEIR_WAY: '同一批次正在发往几个单位，请填写收货方。', NOT_INSIDE: '不在这个箱内。', NOT_ENOUGH_IN_STOCK: '库存中没有这么多。请先确认收货，或减少数量。', EMPTY: '箱内没有已知内容。请逐件上报。',
  NOT_IMPLANTED: '没有由您植入的记录。', NOT_IN_SERVICE: '没有在您处使用中的记录。', NOT_USED: '您没有用过这么多。', HELD_ALREADY: '此批次中的这些已暂停使用，请只填写其余的数量。', NOT_HELD: '暂停使用的没有这么多，请减少数量。',
  CUSTOMER_NOT_FOUND: '没有这个单位。请填写 GLN、统一社会信用代码或平台代码，或请其注册。', CUSTOMER_IS_SELLER: '这是您自己。请填写客户。',
  INVALID_INPUT: '内容有误，请核对此列。', CONFLICT: '与平台记录矛盾。', BLOCKED: '已召回、隔离、过期或报废，不得发出或使用。同批次中暂停使用的，请先检验放行，或退回、报废。', TOO_LARGE: '太多，请分几次。', NOT_ALLOWED: '您的角色不能做这件事，请联系本单位管理员。',
  ALREADY_ON_RECORD: '此行来自平台导出，已有记录，没有重复登记。',
  EMPTY_FILE: '文件是空的。请填写模板后重新上传。', NO_LINES: '表头之下没有内容。请填写模板后重新上传。', NOTHING_KEPT: '并非每一行都正确，所以没有导入任何行。请改正后重新上传，或只导入正确的行。',
  COLUMN_MISSING: '没有对应的列。请指定，或使用模板。', COLUMN_TWICE: '有几列对应同一项。请只选一列。',
}

export type Language = 'zh' | 'en'

/** Of a request's `language`, otherwise of the viewer's own. */
export const languageOf = (asked: string | undefined, locale: string): Language => ((asked ?? locale).toLowerCase().startsWith('zh') ? 'zh' : 'en')

/** Why, in Chinese; the English where there is no word for it. */
export const inChinese = (code: string, message: string): string => chinese[code] ?? message

export const reasonIn = (language: Language, { code, message }: { code: string; message: string }): string => (language === 'zh' ? inChinese(code, message) : message)
