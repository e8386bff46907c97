// The codes of yaml 2's YAMLError, and BAD_ALIAS of our own.
const SENTENCES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '引用(*)不能再带锚点或标签',
  BAD_ALIAS: '引用(*名字)没有对应的锚点(&名字),或者引用得太多;文字以 * 开头时要加引号',
  BAD_COLLECTION_TYPE: '标签和内容的类型不合',
  BAD_DIRECTIVE: '以 % 开头的行读不懂;文字以 % 开头时要加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对;改用单引号',
  BAD_INDENT: '缩进不对,或者括号没有成对',
  BAD_PROP_ORDER: '锚点和标签的位置不对',
  BAD_SCALAR_START: '文字不能以这个符号(@ 或 `)开头;给它加上引号',
  BLOCK_AS_IMPLICIT_KEY: '缩进不对,或者一行里有两个冒号;文字里有“: ”时要加引号',
  BLOCK_IN_FLOW: '花括号、方括号里不能换成分行的写法',
  DUPLICATE_KEY: '这一项写了两次;删掉一个',
  IMPOSSIBLE: '写法读不懂',
  KEY_OVER_1024_CHARS: '冒号前的文字太长',
  MISSING_CHAR: '少了符号(引号、括号、逗号、冒号或空格)',
  MULTILINE_IMPLICIT_KEY: '缩进不对,或者上面一行少了冒号',
  MULTIPLE_ANCHORS: '写了两个锚点',
  MULTIPLE_DOCS: '一个文件里只能有一份配置;删掉 --- 以下的部分',
  MULTIPLE_TAGS: '写了两个标签',
  NON_STRING_KEY: '冒号前要是文字',
  RESOURCE_EXHAUSTION: '嵌套太深,读不下去',
  TAB_AS_INDENT: '缩进不能用 Tab;改用空格',
  TAG_RESOLVE_FAILED: '标签(!)读不懂;文字以 ! 开头时要加引号',
  UNEXPECTED_TOKEN: '这里多出了内容;检查缩进、冒号后的空格和引号',
};

/** What a YAML fault means, as a Chinese clause. */
export function syntaxSentence(code: string): string {
  return SENTENCES[code] ?? '写法读不懂';
}
