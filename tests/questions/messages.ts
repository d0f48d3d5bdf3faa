/** What people write, with what they want of it. `|` parts the two; wanted are the intents of `domain.ts`. */
export const MESSAGES = `
赵州桥的设计者是谁？|question
嫦娥六号带回来多少月壤|question
Why did the cholera outbreak stop?|question
氦是怎么发现的|question
Who discovered helium?|question
土星有多少颗卫星？|question
What did NASA say about Voyager 1 last week?|question
上周智能手机市场有什么变化？|question
天眼建在哪里|question
为什么钨的熔点这么高？|question
How many moons does Saturn have?|question
有多少人住在南极？|question
how many pages does the report have|question
2025年的三个预测是什么？|question
谁写了《梦溪笔谈》？|question
最新的iPhone多少钱？|question
latest valuation of SpaceX?|question
怎么用微波炉热牛奶最快？|question
how do I use a sextant|question
怎么做表格才清楚？|question
翻译家傅雷的代表作有哪些？|question
短视频平台去年的用户数|question
详细介绍一下港珠澳大桥|question
谢谢是怎么变成口头禅的？|question
你好世界程序是谁写的|question
哈哈镜的原理是什么|question
what does hello mean in Hawaiian|question
好的天文台要满足什么条件|question
帮助过爱因斯坦的数学家是谁|question
help me understand why tungsten is used in bulbs|question
多少篇论文引用了它？|question
文章里说的第二个原因是什么？|question
Which company did the article say was sold?|question
the number of employees at the observatory|question
列车最高时速是多少|question
列宁格勒围城持续了多久|question
总结构重量是多少？|question
要点灯需要几伏？|question
is the bridge still standing?|question
再生水怎么处理|question
你好|small-talk
您好呀|small-talk
早上好！|small-talk
谢谢|small-talk
谢谢你的帮助|small-talk
多谢啦～|small-talk
好的，谢谢|small-talk
嗯嗯|small-talk
知道了|small-talk
哈哈哈哈|small-talk
辛苦了|small-talk
你真厉害|small-talk
你是机器人吗|small-talk
晚安|small-talk
再见|small-talk
👍|small-talk
hi|small-talk
Hello there!|small-talk
good morning|small-talk
thanks a lot|small-talk
Thank you!|small-talk
ok got it|small-talk
great, thanks|small-talk
you're so helpful|small-talk
how are you?|small-talk
are you a bot?|small-talk
bye|small-talk
lol|small-talk
never mind|small-talk
that was useful|small-talk
帮助|help
怎么用？|help
你能做什么|help
你会干嘛|help
有什么功能|help
支持哪些格式|help
怎么添加文章？|help
如何导出对话|help
怎么删除一篇文章|help
你能读PDF吗|help
这个机器人怎么用|help
我该怎么提问|help
怎么看来源|help
标记是什么意思|help
怎么重新开始|help
help|help
What can you do?|help
how do I use this bot|help
How does this work?|help
how can I add an article|help
how do I export the conversation|help
what commands are there|help
can you read PDFs?|help
what do the marks mean|help
which languages do you support|help
短一点|change
再简短些|change
太长了|change
详细一点|change
展开说说|change
翻译成英文|change
用中文回答|change
做成表格|change
列个清单|change
第二点展开说说|change
展开第三点|change
换个说法|change
用一句话概括|change
说得通俗一点|change
分点列出|change
make it shorter|change
shorter please|change
In more detail, please|change
translate it into Chinese|change
in English please|change
put that in a table|change
as bullet points|change
expand on the second point|change
rephrase that|change
explain it in simpler terms|change
有多少篇文章？|collection
一共收录了几篇|collection
有多少篇讲 Perplexity？|collection
列出提到 Cursor 估值的文章|collection
哪些文章提到了钨？|collection
最新一篇文章是什么？|collection
最早的文章是哪篇|collection
有哪些公众号？|collection
每个月发了多少篇|collection
哪个公众号的文章最多？|collection
上周有哪些文章|collection
最近有什么新文章？|collection
关于土星的文章有哪些|collection
How many articles do I have?|collection
which accounts do I have?|collection
List all articles about bridges|collection
What is the newest article?|collection
show me the oldest post|collection
how many articles mention helium|collection
articles per month|collection
which articles mention NASA?|collection
what was published last week?|collection
总结一下上周的新闻|summary
概括一下《天眼》这篇文章|summary
帮我总结港珠澳大桥那篇|summary
这篇文章讲了什么|summary
氦那篇的要点是什么？|summary
给我一份12月的小结|summary
summarize the article about helium|summary
Summary of the Voyager article|summary
what are the main points of the bridge article?|summary
give me a recap of last month|summary
tl;dr of the post on smallpox|summary
赵州桥是谁造的？花了多少年？|two-questions
天眼在哪？口径多大？|two-questions
氦是谁发现的，另外它有什么用途？|two-questions
Who built it? And when was it finished?|two-questions
What is helium used for, and where is it found? Also, who discovered it?|two-questions
土星有多少卫星？木星有多少？|two-questions
How tall is the tower? Who designed it?|two-questions
嫦娥六号何时着陆，还有带回了多少样品？|two-questions
1. 谁发现了碳？ 2. 碳有哪些形态？|two-questions
多少钱，谁做的？|two-questions
How tall is it, who built it?|two-questions
According to what was reported in May, how many bridges were closed?|question
`;
