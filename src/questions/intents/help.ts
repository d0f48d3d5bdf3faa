const BOT = "(?:你|您|这个?(?:机器人|bot|工具|软件|东西)|机器人|bot|footnote|它)";
const CORPUS_THING =
  "(?:新?文章|文件|pdf|链接|网页|笔记|公众号|账号|文档|资料|对话|聊天记录|记录|回答|提问|脚注|引用|索引|时区|语言|权限)";

const ZH: readonly RegExp[] = [
  /^(?:帮助|使用?说明|使用帮助|使用方法|用法|说明|教程|命令|指令|菜单|功能)(?:介绍|列表)?$/,
  new RegExp(
    `^(?:请问)?${BOT}?(?:到底)?(?:能|会|可以|都能|都会)(?:做|干|帮我做|帮我干|帮我)(?:些)?(?:什么|啥|嘛|哪些)`,
  ),
  new RegExp(
    `^(?:请问)?${BOT}?(?:都)?(?:有|支持)(?:什么|哪些|啥)(?:功能|命令|指令|用法|格式|文件|语言|文件格式|文件类型)$`,
  ),
  new RegExp(`^(?:请问)?(?:我)?(?:该|要|应该)?(?:怎么|怎样|如何|咋)(?:使)?用(?:${BOT}|/\\w+)?$`),
  new RegExp(`^(?:请问)?${BOT}(?:我)?(?:该|要)?(?:怎么|怎样|如何|咋)(?:使)?用$`),
  new RegExp(
    `^(?:请问)?(?:我)?(?:该|要|想|应该|能)?(?:怎么|怎样|如何|咋|在哪里?|哪里)(?:才能|可以|能)?(?:给你|向你|把|往里面?|往这里)?(?:添加|加|收录|上传|导入|导出|删除?|删掉|撤销|发|发送|保存|取消|修改|设置|换|改|更新|限定|查看|看|搜索?|查找|找|停止|清空|重新开始|授权|分享)(?:一?篇|一下|个)?(?:新的?)?${CORPUS_THING}`,
  ),
  /^(?:请问)?(?:怎么|如何)把.{0,12}(?:加进来|加进去|加入|发给你|导出来?|存下来|删掉|收进来|放进来|传给你)/,
  new RegExp(
    `^(?:请问)?${BOT}(?:能|会|可以|支持)(?:不能|不会)?(?:读|看|打开|识别|处理|支持|听|读取|收录)(?:懂|得懂)?(?:pdf|图片?|照片|语音|视频|音频|链接|网页|word|excel|英文|中文|扫描件|epub|文件).{0,4}$`,
  ),
  /^(?:这个|那个|这些)?(?:标记|记号|脚注|按钮|数字|角标|"?核对"?|"?相符"?|"?原文"?|"?对照"?|\[\d\]|方括号).{0,8}(?:什么意思|是什么|代表什么|怎么看|有什么用)$/,
  /^.{0,4}\/(?:ask|summary|articles|find|new|export|stop|help|gaps|stats|allow|deny|timeline|digest)\b.{0,8}(?:怎么用|什么意思|是什么|干什么|有什么用|干嘛的?|做什么)$/,
  /^(?:请)?(?:教教?我|告诉我|我想知道|介绍一下)(?:怎么|如何)(?:使)?用(?:你|这个机器人|机器人|bot)?$/,
  /^(?:请)?(?:介绍|说明)(?:一下|下)?(?:你自己|你的功能|自己|用法|功能|怎么用)$/,
  /^(?:不会用|我?不知道怎么用|我?(?:该|应该|要)?(?:怎么|如何|怎样)(?:提问|问问题|问)|该?怎么提问|怎么问你|我能问(?:你)?(?:什么|些什么|啥)|可以问(?:你)?(?:什么|些什么|啥))$/,
  /^(?:请问)?我?(?:能|可以|应该|该)(?:用.{2,4})?(?:向|对)?(?:你|这个机器人)?(?:问|提问|提)(?:你)?(?:些?什么|啥|哪些|哪类|什么样的?)(?:问题|内容|东西)?$|^我?(?:能|可以)用.{2,4}(?:提问|问你?|跟你说话)$/,
  /^(?:请)?(?:能|可以|能不能|可不可以)?(?:教教?我|告诉我|说说|说一下|讲讲)(?:该|应该)?(?:怎么|如何)(?:提问|问|用|问问题|使用|操作|查|搜)(?:你|问题|这个)?$/,
  /^(?:请问)?(?:我)?(?:该|要)?(?:怎么|如何|怎样|在哪)(?:才能|可以|能)?(?:切换|换|改|设置?)(?:成|为|到|用)?.{0,6}(?:语言|中文|英文|回答|模型|时区|提醒)/,
  /^(?:请问)?(?:我)?(?:该|要)?(?:怎么|如何|怎样|在哪里?|哪里)(?:才能|可以|能)?(?:看|查|查看|看到|找到|核对|核实|打开|点开|知道)(?:到)?(?:一?[个条句]|你的?|每[条句个])?.{0,6}(?:出处|来源|引用|原文|依据|上下文|全文|脚注|历史)(?:在哪里?)?$/,
  /^(?:为什么|为啥|怎么)(?:你|机器人)(?:有时候?|有些|总是?|老是?|经常|会|的|就|不|没|只|还)/,
  /^(?:怎么|如何)(?:重新开始|从头开始|清空|重来|开始新的?(?:对话|话题)|忘掉|停止|停下|取消)(?:对话|回答|记录|上文|之前的)?$/,
  /^\/(?:help|start)(?:@\w+)?$/,
  new RegExp(
    `^${BOT}的?(?:回答|答案|数据|资料|来源|引用)(?:都)?(?:是)?(?:从哪里?来|哪里来|可靠吗|准确吗|怎么(?:来|核对|验证|检查)).{0,3}$`,
  ),
];

const MY_THING =
  "(?:an? |the |my |some |more |new |this |our )*(?:articles?|files?|pdfs?|links?|pages?|web ?pages?|notes?|documents?|docs?|accounts?|conversations?|chats?|answers?|history|sources?|citations?|language|time ?zone|questions?|exports?)";
const EN: readonly RegExp[] = [
  /^(?:help|help me|help please|usage|instructions|commands?|menu|manual|features)$/,
  /^what (?:can|do|could) (?:you|this bot|the bot|footnote) (?:do|help)(?: (?:for me|with|me with))?$/,
  /^what(?: all)? (?:commands|features|functions|options|formats|file types|files|kinds? of files|file formats) (?:are there|do you (?:have|support|accept|read|understand)|can (?:you|i) (?:read|use|send|add)(?: you)?|are supported)$/,
  /^how (?:do|can|should|would) (?:i|we|you) (?:use|work with|talk to|operate) (?:you|this|this bot|the bot|it|footnote|\/\w+)$/,
  /^how (?:does|do) (?:this|it|you|this bot|the bot|footnote|\/\w+)(?: thing| bot| actually)* work$/,
  new RegExp(
    `^(?:how|where) (?:do|can|should|would) (?:i|we) (?:add|upload|send|import|export|delete|remove|undo|save|share|cancel|change|set|search(?: through)?|find|list|see|limit|restrict|clear|reset|stop|download|ask)(?: you)? ${MY_THING}(?: (?:to|for|from|in|into|with|here|there|you|it|the|my|this|bot|collection|library|a|at|as|file|about|only|one|single|specific|article|account))*$`,
  ),
  /^(?:can|do|could) (?:you|i|this bot|the bot) (?:read|open|support|handle|understand|accept|process|send(?: you)?|add|upload|see|look at|listen to|speak)(?: in)? (?:an? |the |my )?(?:pdfs?|pictures?|images?|photos?|voice(?: messages?)?|videos?|audio|links?|web ?pages?|word(?: files| documents?)?|excel(?: files)?|chinese|english|scans?|scanned.*|files?|documents?|epubs?)(?: files?)?(?: too| as well| here)?$/,
  /^what (?:does|do|is|are) (?:the |this |these |that )?(?:marks?|numbers?|\[\d\]|brackets?|"?checked"?|"?verbatim"?|"?matches"?|buttons?|footnotes?|\/\w+)(?: in brackets| under(?:neath)? .*| command| in your answers| next to .*)?(?: mean| do| for| stand for)?$/,
  /^\/(?:help|start)(?:@\w+)?$/,
  /^(?:which|what) (?:commands|features|options|languages|formats)(?: .{0,20})?$/,
  /^what (?:kinds?|sorts?|types?) of (?:questions?|things?|stuff|queries) (?:can|should|may|do) (?:i|you|we) (?:ask|do|answer|know)(?: you| about)?$/,
  /^(?:can|may|could|should) i (?:ask|write|talk|type|speak|chat)(?: to you| you| questions?| with you)? in (?:english|chinese|mandarin|another language|other languages|both languages|my language)$/,
  /^(?:how|where) (?:do|can|should|would) i (?:see|check|view|open|find|verify|get to|look at|read)(?: the| your| an| its)? (?:sources?|citations?|originals?|original text|references?|footnotes?|full text|context|evidence|history)(?: (?:of|for|behind|from) (?:an?|the|your|each|every|my)? ?(?:answers?|claims?|articles?|replies|reply|sentences?|points?))?$/,
  /^how (?:do|can|should) i (?:start over|start again|begin again|start a new (?:conversation|chat|topic)|reset(?: the (?:conversation|chat))?|clear (?:the|my) (?:history|conversation|chat)|make you (?:stop|forget)|stop (?:you|an answer|the answer)|change (?:the )?(?:language|settings?|time ?zone)|switch (?:to|the) .{1,20}|give (?:you )?feedback|turn (?:on|off) .{1,20})$/,
  /^why (?:do|did|don'?t|didn'?t|can'?t|won'?t|are|aren'?t) you (?:sometimes |often |always |never |only |not |keep |just )*(?:say|saying|answer|answering|know|find|quote|quoting|show|refuse|reply|replying|cite|translate|so|slow)\b.{0,40}$/,
  /^(?:tell me|show me|explain) (?:how to use (?:you|this|this bot|it)|how (?:this|it|you) works?|what you can do|the commands|your (?:commands|features))$/,
  /^(?:introduce yourself|what should i ask(?: you)?|what can i ask(?: you)?|i (?:don'?t|do not) know how to use (?:you|this|it|this bot)|i need help(?: using (?:you|this|this bot))?|i'?m (?:new|lost)(?: here)?)$/,
  /^(?:where do|how do) your (?:answers|sources|facts|citations) come from$|^are your (?:answers|sources) (?:reliable|accurate|checked)$|^how (?:are|do) (?:you|your answers|claims) (?:get )?(?:check(?:ed)?|verif(?:y|ied))(?: your answers| claims| it| them)?$/,
];

/** Is it about using the bot, and not about what stands in the articles? */
export function isHelp(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^(?:请问|你好|您好|hi|hello|hey)[,，!！、\s]+/u, "")
    .replace(/(?<![?？!！。.~～\s])[?？!！。.~～\s]+$/u, "")
    .replace(/(?:呢|啊|呀|吗|(?<!干)嘛|please|pls)$/u, "")
    .trim();
  const chinese = bare.replace(/\s+/g, "");
  return (
    ZH.some((pattern) => pattern.test(chinese)) ||
    EN.some((pattern) => pattern.test(bare.replace(/[“”]/g, '"').replace(/\s+/g, " ")))
  );
}
