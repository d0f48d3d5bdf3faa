### Footnote 给人看的全部文字。键和参数与 en.ftl 相同；有测试比较两者。

## 回答
answer-likely = 最相关的原文
answer-related = 没有找到明确的答案，以下是最接近的原文
other-language = 原文是另一种语言，按原样引用，未翻译。
mark-verbatim = 原文
mark-checked = 核对
mark-matches = 相符
mark-compare = 对照
mark-sentence = 原句
sources = 来源
open-words = 所引的句子没有提到{ $words }。
verified-all-checked = { $count ->
    [1] ✓ 这句话经 { $judge } 核对
   *[other] ✓ { $count } 句均经 { $judge } 核对
}
verified-all-matches = { $count ->
    [1] 这句话与所引句子相符；意思未经复核
   *[other] { $count } 句均与所引句子相符；意思未经复核
}
verified-all-unsure = { $count ->
    [1] 这句话与所引句子相符；意思是否一致，{ $judge } 未能判断
   *[other] { $count } 句均与所引句子相符；意思是否一致，{ $judge } 未能判断
}
verified-all-verbatim = { $count ->
    [1] 这句话是原文，逐字一致
   *[other] { $count } 句均为原文，逐字一致
}
verified-some-checked = ✓ { $count } 句经 { $judge } 核对
verified-some-matches = ≈ { $count } 句与所引句子相符，意思未经复核
verified-some-unsure = ≈ { $count } 句与所引句子相符，意思 { $judge } 未能判断
verified-some-verbatim = 「」{ $count } 句为原文
verified-some-compare = ↓ { $count } 句请与下方的原句对照
verified-some-sentence = 「」{ $count } 处说法未通过核对，换成了原句
part-separator = {" · "}
dropped = { $count } 条未通过核对，已略去。
cut = （回答中断了，以上部分已经核对。）
looking = 正在查阅文章，稍后给出回答……
follows = 接上文：{ $subject }
ask-as-new = 当作新问题
change-needs-model = 没有接入聊天模型，不能改写或翻译。可以说“短一点”“做成表格”或“展开第二点”。
change-no-such-point = 上一个回答没有这一点。
change-no-such-language = 我只会用中文和英文回答。
table-day = 日期
table-source = 来源
table-claim = 内容
nothing-found = 这些文章里没有找到答案。
nothing-found-in-one = 这篇文章里没有找到答案。
unknown-names = 这些文章里没有出现{ $names }。
quoted = 「{ $name }」
name-separator = 、
every-claim-failed = 模型给出的 { $count } 条说法都未通过核对，以下是原文。
no-claim-left = 模型给出的 { $count } 条说法都未通过核对，所以不作回答。
searched = 已查找 { $articles } 篇文章{ $period }。
period = ，{ $from } 至 { $to }
period-day = ，{ $day }
nearest = 最接近的文章（不作为来源）：
paywall = 原文在付费墙处截断
pictures = 另有 { $count } 张图未读
missing-separator = ，
reposts = 另有 { $count } 篇转载
undated = 日期不明

## 摘要
summary-written = 摘要
summary-extracted = 要点（原文摘录）
coverage = 已读 { $read }/{ $of } 段
overview = 综述（原文摘录）：相关文章 { $articles } 篇，读了 { $read } 篇
overview-button = 相关文章的综述
only-this-article = 只看这一篇：{ $title }
digest-words = 近期新文章汇总
digest-how = 什么时候发送新文章的汇总？例如：/digest 周一 9:00、/digest 每天 8:30。/digest off 取消。
digest-set = 好的，{ $day } { $time } 发送这段时间的新文章汇总。/digest off 取消。
digest-off = 已取消定期汇总。
digest-none = 这里没有设置定期汇总。
digest-nothing = { $from } 至 { $to } 没有新文章。
digest-may-not = 群里的定期汇总只能由主人和获准的人设置。
day-every = 每天
day-0 = 每周日
day-1 = 每周一
day-2 = 每周二
day-3 = 每周三
day-4 = 每周四
day-5 = 每周五
day-6 = 每周六
summary-not-found = 没有找到与「{ $about }」相符的文章。可以试试标题里的词，或发送文章链接。
timeline-rumour = （传闻）
timeline-how = 想看哪个数值的变化？例如：/timeline Cursor 估值
timeline-none = 文章里没有找到“{ $words }”随时间变化的数值。请写明对象和指标，例如：/timeline Cursor 估值

## 对话
start =
    你好！我这里有 { $articles } 篇文章{ $period }。问我关于它们的问题，每一条回答都注明出处，可逐句核对。

    直接发送问题即可。
    { $writer }

    /help 查看全部用法
writer-none = 目前未接入聊天模型：我会引用最相关的原文。
writer-model = 回答由 { $model } 撰写，逐条核对后才会显示。
help =
    直接发送问题，或使用：
    /ask 问题 — 提问
    /summary 标题或链接 — 一篇文章的要点（留空：最新一篇）
    /timeline 对象 指标 — 估值、用户数等怎样随时间变化
    /digest 周一 9:00 — 定期汇总这段时间的新文章
    /articles 词语 — 标题或公众号含这些词的文章（留空：全部）；点数字可以看要点、取全文，或只问这一篇
    /find 词语 — 逐字查找所有文章，一处不漏；多个词须在同一篇里，"加引号"的词组连在一起；也可加 account:量子位 after:2024-10 before:2024-12 -不含的词（/ask 同样）
    /new — 开始新的对话
    /export — 把对话存为带脚注的文件（回答下的 💾 只存那一条）
    /stop — 停止正在进行的回答，保留已核对的部分
    /help — 显示本帮助
    发送文件（{ $formats }）或转发消息 — 收录为文章
help-quotes = 回答都是原文摘录。点 [n] 打开原文，按下方的数字看这句话的上下文。
help-marks =
    每个回答下面都有一行，说明各句是怎样核实的；与多数不同的句子带有符号：
    「」原文 — 文章里的句子，一字不差
    ✓ 核对 — 相符，而且通过考试的模型认为，所引句子确实是这个意思
    ≈ 相符 — 数字、日期、名称和措辞与所引句子一致，但意思未经复核
    ↓ 对照 — 数字、日期对得上，其余不能确定，原句就在它下面
    「」原句 — 原来的说法没有通过核对，换成了它所引的句子

    没有 ✓ 的句子可能颠倒因果，或者张冠李戴。点 [n] 打开原文，按下方的数字查看被引的句子。
help-no-judge = 没有启用复核模型，所以没有句子标 ✓。
help-judge-pending = 将由 { $model } 复核意思；在它通过考试之前，没有句子标 ✓。
help-judge-passed = 由 { $model } 复核意思；它在考试中 { $asked } 条判断对了 { $right } 条。它也可能出错。
help-judge-failed = { $model } 在考试中 { $asked } 条只判断对了 { $right } 条，所以它的判断不算数，没有句子标 ✓。
unknown-command = 没有这个命令。/help 查看全部用法。
ask-for-question = 请输入你的问题：
help-owner =
    只供你（主人）使用：
    /allow — 回复某人的消息、写明 ID，或在群里单独发送：允许其使用
    /deny — 用法相同：不再允许
    /gaps — 文章里没有答案的问题
    /stats — 回答与说法的统计，以及索引概况
small-talk-greeting = 你好！问我与这些文章有关的问题，每一条回答都注明出处。/help 查看全部用法。
small-talk-thanks = 不客气！还有问题，直接发送就行。
small-talk-nod = 我在。有与文章有关的问题，直接发送就行。
stopped = 已停止。
nothing-to-stop = 现在没有正在进行的回答。
new-conversation = 好的，我们重新开始。
unread-other = 我目前只能读文字，请把问题打成文字发给我。
unread-picture = 我还看不懂图片，请把问题打成文字发给我。
unread-voice = 我听不了语音和音频，请把问题打成文字发给我。
unread-video = 我看不了视频，请把问题打成文字发给我。
unread-sticker = 谢谢！我回答与文章有关的问题，直接打字提问就行。
attachment-unread = （只读了你写的文字，没有读附件。）
long-question = （文字较长，只用其中的问题或首尾部分来查找。）

## 谁可以使用
stranger = 你好！这个机器人目前只对受邀的人开放。你的 ID 是 { $id }，可以向它的主人申请使用。
no-owner =
    你好！这个机器人还没有主人。如果它是你的，请把终端里显示的配对码发给我（运行 npm run pair 可得到新的配对码）。

    否则请过些时候再来。你的 ID 是 { $id }。
denied-person = 抱歉，机器人的主人没有允许你使用。
strange-group = 这个群还没有获准使用。机器人的主人可以在这里发送 /allow 来允许。
group-allowed = 现在群里的每个人都可以使用我了：在问题里提到我、回复我的消息，或发送“/ask 问题”。
ask-for-access = 申请使用
access-request = { $name } 申请使用这个机器人（ID { $id }）。
group-request = { $name }（ID { $id }）把我加进了群「{ $title }」（{ $group }）。在你允许之前，我不会在那里回答任何人。
access-asked = 已转告机器人的主人。有了答复，我会在这里告诉你。
access-waiting = 主人已经收到你的申请。有了答复，我会在这里告诉你。
access-denied = 机器人的主人这次没有同意。一天后可以再次申请。
access-unreachable = 现在联系不上机器人的主人。你可以自己把你的 ID 发给主人：{ $id }
access-untold = （没能通知对方。）
access-settled = 这个申请已经处理过了：{ $name }
you-are-allowed = 你现在可以使用这个机器人了。直接发送问题即可，/help 查看全部用法。
allow = 允许
deny = 拒绝
now-allowed = 已允许：{ $name }
now-denied = 不再允许：{ $name }
now-refused = 未允许：{ $name }
allow-how =
    请用 /allow 回复某人的消息，或在 /allow 后写明 ID；在群里单独发送则允许整个群。/deny 用法相同。

    { $list }
allow-nobody = 目前除你以外没有允许任何人。
allow-faceless = 从那条消息看不出是谁写的，或者它来自一个机器人。请改为写明那个人的 ID。
allow-owner = 主人始终可以使用这个机器人。
allow-anonymous = 你匿名发言时，我看不出你是谁。机器人的主人可以用本人身份发送 /allow，或私下发给我：/allow { $id }

## 与主人配对
pairing-paired =
    你现在是这个机器人的主人了。直接发送问题即可，/help 查看全部用法。

    想让别人也能用：用 /allow 回复对方的消息，或把我加进群。有人申请使用时，我会来问你。
pairing-code-deleted = 我已删除你那条带配对码的消息；配对码本来也只能用一次。
pairing-code-left = 没能删除你那条带配对码的消息；配对码只能用一次，留着也无妨。
pairing-already = 你已经是这个机器人的主人了。那个配对码只能用一次。
pairing-used = 这个配对码已经用过或作废了。运行 npm run pair 可得到新的。
pairing-expired = 这个配对码已超过一小时，不再有效。运行 npm run pair 可得到新的。
pairing-wrong = 这不是有效的配对码。以最后显示的那个为准；运行 npm run pair 可得到新的。
pairing-too-many = 尝试的次数太多，请一小时后再试。
pairing-in-group = 配对码只能在与我的私聊里使用。这个配对码别人也能看到，所以已经作废；运行 npm run pair 可得到新的。
owner-replaced = 有人在我所在的终端打印了新的配对码，ID 为 { $id } 的人使用了它：现在对方是我的主人。

## 没有答案的问题
gaps-none = 目前没有答不上来的问题。
gaps = 文章里没有答案的问题（最近的在前）：
gap-line = { $times } 次 · { $day } · { $question }

## 浏览与查找
articles-all = 全部文章，{ $count } 篇
articles-holding = 标题或公众号含“{ $words }”的文章，{ $count } 篇
articles-similar = 没有标题含“{ $words }”；相近的有 { $count } 篇
articles-none = 没有标题或公众号与“{ $words }”相符的文章。正文里的词请用 /find 查找。
page = 第 { $page }/{ $pages } 页
ask-alone = 只问这一篇
scope-prompt = 下一个问题只在这一篇里找答案，请直接发送。
scope-prompt-group = 请回复这条消息，写下你的问题；只在这一篇里找答案。（/new 取消）
scope-leave = 还是问全部文章
scope-left = 下一个问题会查找全部文章。
scoped = 只查找了这一篇：
scope-over = 下一个问题会查找全部文章。
scope-again = 再问这一篇
ask-all = 用全部文章回答
scope-gone = 那篇文章已不在索引中，所以没有查找。要在全部文章里查找吗？
find-what = 要查找什么词？多个词须在同一篇文章里，"加引号"的词组连在一起。
find-too-many = 一次最多查找 { $most } 个词。想查一整句话，请加上引号。
found = 查找：{ $words }
found-total = { $articles }，{ $places }
found-all-words = （每一篇都含全部 { $count } 个词）
found-articles = { $count } 篇
found-places = { $count } 处
found-none = 没有文章含有：{ $words }（已逐字查找全部 { $count } 篇）
found-none-together = 没有文章同时含有全部 { $asked } 个词：{ $words }（已逐字查找全部 { $count } 篇）
list-gone = 这些按钮已经失效，请重新发送命令。

## 读懂的问题：范围、来源
range-filter = 范围：{ $days }，{ $count } 篇
range-prefer = 优先：{ $days } 前后的文章
range-empty = { $days } 没有文章，所以查找了全部日期
days-since = { $day } 起
days-until = { $day } 及以前
scope-only = 只查：{ $scope }
scope-empty = 没有符合的文章：{ $scope }，所以查找了全部
newest-article = 最新一篇 { $day }
quoted-words = “{ $words }”
without-words = 不含{ $words }
any-time = 不限时间
any-source = 全部来源
that-week = 看 { $days }
collection-articles = { $count } 篇文章
collection-mentioning = 提到{ $words }的文章，{ $count } 篇
collection-accounts = { $count } 个公众号或作者
collection-newest = 最新
collection-oldest = 最早
collection-no-account = 未署名

## 出处
button-gone = 这个按钮太旧，已经失效，请重新提问。
source-gone = 这篇文章已不在索引中，无法再显示。
proof-place = 位于全文 { $percent }% 处
proof-changed = 文章此后有改动，这是当时引用的原句
send-file = 文章全文
open-original = 打开原文

## 带走
save-reply = 💾 保存
conversation = 对话
conversation-of = { $day } 起的对话
conversation-lost = 这次对话最早的 { $count } 条回答已不再保存。
asked-at = 提问时间：{ $at } UTC
footnote-separator = ，
in-brackets = （{ $what }）
marks-explained = 符号的含义：「」是文章的原句，逐字一致，或用来替换没有通过核对的说法；✓ 核对：通过考试的模型认为所引句子确实是这个意思；≈ 相符：数字、日期、名称和措辞一致，但意思未经复核；↓ 请与下方的原句对照。多数句子共有的那一种不加符号，由下面的一行说明。
nothing-to-export = 还没有可以导出的内容，请先提问。（发送 /new 之后，对话会重新开始。）
reply-gone = 这个回答已不再保存。

## 评价
vote-up = 谢谢！再按一次可撤回。
vote-down = 谢谢。哪里不好？可以在下面选一项。
vote-noted = 已记下：{ $reason }
vote-withdrawn = 已撤回你的评价。
vote-wrong = 说错了
vote-misread = 答非所问
vote-incomplete = 不完整
vote-missed = 文章里有
vote-uncollected = 值得收录

## 行内模式：在任何聊天里输入 @bot 问题。结果上方有一个按钮，字数要少
help-inline = 在其他聊天里输入 @{ $bot } 和问题，就能选一段原文发过去。
inline-how = 输入关于这些文章的问题
inline-nothing = 文章里没有找到，去和我私聊
inline-invited-only = 仅限受邀者使用，点此申请
inline-failed = 出了点问题，去和我私聊

## 收录文章
added = 已收录
added-several = 已收录 { $count } 篇
added-size-zh = { $count } 字
added-size-en = { $count } 词
removed-pictures = 去掉 { $count } 张图
removed-pieces = 去掉 { $count } 段非正文
repeats = 与《{ $title }》几乎逐字相同
suggested-questions = 可以问：
asked = ❓ { $question }
already-there = 之前已经收录：
not-added = 没有收录：
not-added-named = 没有收录“{ $label }”：
refused-too-large = 超过 20 MB，Telegram 不向机器人提供更大的文件。请放进文章文件夹，或拆分后再发。
refused-kind = 我能读 { $formats } 文件，以及带文字的转发消息。
refused-empty = 里面没有文字。
refused-pictures-only = 只有图片，我还不能读图。
refused-no-text-layer = 这个 PDF 没有文字层，可能是扫描件。请先做文字识别（OCR）。
refused-encoding = 不是 UTF-8 或 GB18030 编码的文字。请另存为 UTF-8。
refused-error-page = 这是错误页或验证页，不是文章。请打开文章后再保存页面。
refused-damaged = 文件已损坏或已加密。
refused-too-much = 读取它需要的时间或内存太多。请拆分，或只把文字另存后再发。
refused-unreadable = 无法读取。
refused-not-fetched = 没能从 Telegram 取到文件。请再发一次。
refused-link-address = 这个链接不在公共互联网上。
refused-link-status = 服务器上没有这个网页，或不让我读。请自己打开后存为文件发给我。
refused-link-type = 这个链接既不是网页，也不是文本或 PDF。
refused-link-unreachable = 网页没有及时响应。请自己打开后存为文件发给我。
refused-page-too-large = 网页超过 5 MB。请存为文件发给我。
kept-not-indexed = { $count } 篇已保存，但暂时还检索不到：索引正忙或无法写入。最迟下次启动时会编入索引。
index-now = 现在编入索引
undo = 撤销
undone = 已移除：{ $title }
undo-sent-again = 后来又有人发送过，所以没有移除：{ $title }
undone-before = 之前已经移除了。
title-separator = ；
may-not-undo = 只有添加者和机器人的主人可以撤销。
may-not-add = 只有主人和获准的人可以收录文章。
link-alone = 我不会打开链接。请把网页存为文件（.html、.md 或 .pdf）发给我，或把消息转发给我，我就能收录。
link-unread = 我没有打开这个链接：它不在已收录的文章里。
forwarded-unclear = { $count ->
    [1] 这条要我回答，还是收录为文章？
   *[other] 要把这些收录为文章吗？
  }
forwarded-answer = 回答
forwarded-keep = 收录
link-known = 这篇文章已经收录：《{ $title }》。
summarise-it = 看要点

## 给主人的数据
stats = 今天（1d）、近七天（7d）、全部（all），日期按 UTC
stats-none = 还没有人提过问题。
stats-today = 1d
stats-week = 7d
stats-all = all
stats-questions = 提问总数
stats-votes = 评价：👍 { $up } · 👎 { $down }
stats-index = 索引
stats-articles = { $articles } 篇文章{ $period } · { $passages } 个段落
stats-chat-model = 聊天模型：{ $model }
stats-judge-model = 复核模型：{ $model }
stats-exam-pending = 考试未完成
stats-exam-passed = 通过考试（{ $asked } 条对 { $right } 条）
stats-exam-failed = 未通过考试（{ $asked } 条对 { $right } 条），判断不算数
stats-judge-cost = 每次复核约用 { $tokens } 个 token
stats-no-model = 无
stats-embedder = 嵌入模型：{ $embedder }
outcome-answered = 已作答
outcome-answered-cut = 作答中断
outcome-closest-likely = 最相关的原文
outcome-closest-related = 仅有相关的原文
outcome-abstained-nothing-found = 没有找到段落
outcome-abstained-weak-evidence = 依据不足
outcome-abstained-no-claim-left = 说法都未通过
outcome-abstained-model-abstained = 模型没找到
outcome-abstained-needs-model = 改写需要模型
outcome-abstained-no-such-point = 没有那一点
outcome-abstained-no-such-language = 不会那种语言
outcome-stopped = 被停止
outcome-all-refuted = 说法都未通过
outcome-error = 出错
outcome-failure-model-auth = 模型拒绝访问
outcome-failure-model-missing = 找不到模型
outcome-failure-model-credit = 模型额度用完
outcome-failure-model-rate-limit = 模型太忙或额度用完
outcome-failure-model-unreachable = 模型没有响应
outcome-failure-model-cut = 模型中途断开
outcome-failure-model-answer = 模型不接受请求
outcome-failure-model-context = 超出模型上下文
outcome-failure-model-length = 达到模型字数上限
outcome-failure-model-filtered = 被模型过滤
outcome-failure-model-unusable = 模型回答不可用
outcome-repaired = 改正后通过
outcome-dropped-no-citation = ✗ 没有出处
outcome-dropped-unknown-key = ✗ 出处不存在
outcome-dropped-figure = ✗ 数字
outcome-dropped-unit = ✗ 单位
outcome-dropped-date = ✗ 日期
outcome-dropped-misplaced-figure = ✗ 数字张冠李戴
outcome-dropped-name = ✗ 名称
outcome-dropped-link = ✗ 链接
outcome-dropped-negation = ✗ 否定
outcome-dropped-hedge = ✗ 推测语气
outcome-dropped-plan = ✗ 计划说成已做
outcome-dropped-opposite = ✗ 意思相反
outcome-dropped-overstated = ✗ 部分说成全部
outcome-dropped-unsupported = ✗ 出处没有说到
outcome-dropped-judged = ✗ 复核模型否定
outcome-judge-answered = 复核：已回答
outcome-judge-unreadable = 复核：回答无法解析
outcome-judge-slow = 复核：超时
outcome-judge-failed = 复核：出错
outcome-judge-unsure = 复核：未能判断的说法
outcome-mark-verbatim = 说法：原文
outcome-mark-checked = 说法：核对
outcome-mark-matches = 说法：相符
outcome-mark-compare = 说法：对照
outcome-mark-sentence = 说法：改用原句
outcome-summary-written = 摘要：撰写
outcome-summary-extracted = 摘要：摘录
outcome-summary-failed = 摘要：出错
outcome-tokens-chat-read = 聊天模型读入 token
outcome-tokens-chat-written = 聊天模型写出 token
outcome-tokens-judge-read = 复核模型读入 token
outcome-tokens-judge-written = 复核模型写出 token
outcome-tokens-exam-read = 考试读入 token
outcome-tokens-exam-written = 考试写出 token

exam-failed = { $judge } 在考试中 { $asked } 条只判断对了 { $right } 条，所以它的判断不算数，句子最多标为“相符”。请把 JUDGE_MODEL 设为更强的模型，或设 JUDGE=off。

## 出错时
error-no-index = 还没有索引，请机器人的主人先建立索引。
error-index-broken = 索引文件损坏，请机器人的主人重新建立索引。
error-index-model = 索引与当前的嵌入模型不一致，请机器人的主人重新建立索引。
error-model-auth = 模型服务拒绝了访问，请机器人的主人检查密钥。
error-model-missing = 没有找到所设置的模型，请机器人的主人检查设置。
error-model-credit = 模型服务的额度已用完，请机器人的主人充值。
error-model-rate-limit = 模型服务现在太忙，或额度已用完。请稍后再试。
error-model-unreachable = 模型服务没有响应。请稍后再试。
error-model-cut = 模型的回答中途断开了。请再试一次。
error-model-answer = 模型服务没有接受这个请求。请机器人的主人检查设置。
error-model-context = 问题连同原文超出了模型能读的长度，请机器人的主人调大上下文。
error-model-length = 模型还没答出来就到了字数上限。机器人的主人可以调大 CHAT_MAX_TOKENS。
error-model-filtered = 模型服务的过滤器拦下了这次回答。换个说法也许可以。
error-model-unusable = 模型没有给出可用的回答。请再试一次。
error-other = 抱歉，出了点问题，已经记录下来。请再试一次。

## 菜单
command-ask = 提问
command-summary = 一篇文章的要点
command-timeline = 数值随时间的变化
command-digest = 定期汇总新文章
command-articles = 浏览、查找文章
command-find = 逐字查找所有文章
command-new = 开始新的对话
command-export = 把对话存为文件
command-stop = 停止正在进行的回答
command-help = 使用帮助
command-gaps = 没有答案的问题
command-stats = 统计与索引概况
command-allow = 允许某人或某群使用
command-deny = 不再允许使用
