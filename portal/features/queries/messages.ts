import { bothLanguages } from '../../app/both-languages.ts'

export const queriesMessages = bothLanguages({
  zh: {
    title: '查询台', lead: '用 GraphQL 直接查询平台，只在您自己的权限之内。',
    notYours: '查询台供制造商内部团队使用', notYoursText: '贵单位的系统可以通过 API 客户端查询。请联系贵单位的管理员。',
    query: '查询语句', variables: '变量（JSON）', answer: '答复', run: '运行', running: '正在运行', keys: 'Ctrl 或 ⌘ 加 Enter 运行，F1 在结构中查看光标处的字段。',
    copy: '复制答复', copied: '已复制', noAnswer: '运行后，答复显示在这里。', took: '{ms} 毫秒', status: '状态 {status}', withErrors: '含错误', withoutErrors: '无错误', requestId: '请求编号',
    trouble: {
      empty: '没有可以运行的查询语句。', syntax: '查询语句写法有误：{text}', variables: '变量不是有效的 JSON。', subscription: '这里不能运行订阅（subscription）。请使用 API 客户端。',
      network: '没有收到答复：{text}。如果这是一次更改，它可能已经生效，请先核对再重新发送。',
    },
    confirm: { title: '这会更改数据', text: '{name} 会在平台上更改数据，并以您的名义留下记录。', run: '确认更改' },
    side: { label: '可用的内容', collection: '现成查询', saved: '我的', history: '历史', schema: '结构' },
    hint: { collection: '选一条放入编辑区，把变量改成您要查的编号。', saved: '只保存在这台设备上，只有您能看到。', history: '最近 20 条，不含答复，也不含更改时填写的变量。', nothingSaved: '还没有保存查询。', nothingAsked: '还没有运行过查询。' },
    saveAs: '名称', save: '保存编辑区的查询', remove: '移除 {name}', forget: '清空历史',
    schemaSearch: '查找类型或字段', schemaHint: '输入名称或说明的一部分；输入类型名加句点，例如 Batch.，列出它的全部字段。', schemaNothing: '结构中没有匹配的内容。',
    ready: {
      'lookup': '扫描结论：能否使用', 'provenance': '一件器械的来龙去脉', 'batch-provenance': '一个批次的来龙去脉', 'genealogy': '谱系：由什么制成，制成了什么', 'inventory': '本单位库存',
      'recall-scope': '召回范围预览', 'recall-progress': '召回进展', 'organizations': '可往来的单位', 'adverse-events': '不良事件', 'audit-trail': '一条记录的审计', 'viewer': '我是谁',
    },
  },
  en: {
    title: 'Queries', lead: 'Ask the hub in GraphQL, within your own rights.',
    notYours: 'This page is for the maker’s own teams', notYoursText: 'Your systems can ask by an API client. Your administrator can set one up.',
    query: 'Query', variables: 'Variables (JSON)', answer: 'Answer', run: 'Run', running: 'Running', keys: 'Ctrl or ⌘ with Enter runs it; F1 looks the field at the cursor up in the schema.',
    copy: 'Copy the answer', copied: 'Copied', noAnswer: 'The answer appears here once you run the query.', took: '{ms} ms', status: 'Status {status}', withErrors: 'With errors', withoutErrors: 'No errors', requestId: 'Request id',
    trouble: {
      empty: 'There is no query to run.', syntax: 'The query is not well formed: {text}', variables: 'The variables are not valid JSON.', subscription: 'Subscriptions do not run here. Use an API client.',
      network: 'No answer came: {text}. If it was a change it may have been made: look before you send it again.',
    },
    confirm: { title: 'This changes data', text: '{name} changes data in the hub, on record in your name.', run: 'Make the change' },
    side: { label: 'What there is to use', collection: 'Collection', saved: 'Mine', history: 'History', schema: 'Schema' },
    hint: { collection: 'Choose one, then put your own codes into the variables.', saved: 'Kept on this device, for you alone.', history: 'The last 20, without answers, and without the variables of changes.', nothingSaved: 'You have saved no query yet.', nothingAsked: 'You have run no query yet.' },
    saveAs: 'Name', save: 'Save the query in the editor', remove: 'Remove {name}', forget: 'Clear the history',
    schemaSearch: 'Find a type or field', schemaHint: 'A part of a name or description. A type’s name with a full stop, as Batch., lists all that it has.', schemaNothing: 'Nothing in the schema matches.',
    ready: {
      'lookup': 'Verdict of a scan: may it be used', 'provenance': 'Provenance of a device', 'batch-provenance': 'Provenance of a batch', 'genealogy': 'Genealogy: made of what, made into what', 'inventory': 'Own stock',
      'recall-scope': 'Scope of a recall, before it is one', 'recall-progress': 'Progress of a recall', 'organizations': 'Organizations to deal with', 'adverse-events': 'Adverse events', 'audit-trail': 'Audit of one record', 'viewer': 'Who am I',
    },
  },
})
