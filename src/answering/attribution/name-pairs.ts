/** Names that both languages know, so that a claim in one may cite a sentence in the other. */

const BUILT_IN =
  "长江=Yangtze 黄河=Yellow River 珠江=Pearl River 淮河=Huai River 亚马逊河=Amazon River 尼罗河=Nile 莱茵河=Rhine 夏朝=Xia 商朝=Shang 周朝=Zhou 秦朝=Qin 秦代=Qin 汉朝=Han 汉代=Han 隋朝=Sui 隋代=Sui 唐朝=Tang 唐代=Tang 宋朝=Song 宋代=Song 北宋=Northern Song 南宋=Southern Song 元朝=Yuan 元代=Yuan 明朝=Ming 明代=Ming 清朝=Qing 清代=Qing 中国=China/Chinese 美国=US/USA/U.S./America/American/Americans/United States 英国=UK/Britain/British/United Kingdom/England/English 法国=France/French 德国=Germany/German 日本=Japan/Japanese 韩国=Korea/South Korea/Korean 俄罗斯=Russia/Russian 印度=India/Indian 加拿大=Canada/Canadian 澳大利亚=Australia/Australian 意大利=Italy/Italian 西班牙=Spain/Spanish 荷兰=Netherlands/Dutch 瑞士=Switzerland/Swiss 瑞典=Sweden/Swedish 挪威=Norway/Norwegian 芬兰=Finland/Finnish 丹麦=Denmark/Danish 土耳其=Turkey/Turkish/Türkiye 以色列=Israel/Israeli 乌克兰=Ukraine/Ukrainian 新加坡=Singapore 巴西=Brazil/Brazilian 墨西哥=Mexico/Mexican 埃及=Egypt/Egyptian 南非=South Africa 越南=Vietnam 泰国=Thailand 印尼=Indonesia 沙特=Saudi Arabia/Saudi 阿联酋=UAE 波兰=Poland 爱尔兰=Ireland/Irish 欧洲=Europe/European 欧盟=EU/European Union 亚洲=Asia/Asian 非洲=Africa/African 北美=North America 联合国=UN/United Nations 世卫组织=WHO/World Health Organization 世界卫生组织=WHO/World Health Organization 北京=Beijing 上海=Shanghai 深圳=Shenzhen 广州=Guangzhou 杭州=Hangzhou 香港=Hong Kong 澳门=Macau/Macao 台湾=Taiwan 台北=Taipei 成都=Chengdu 武汉=Wuhan 南京=Nanjing 硅谷=Silicon Valley 纽约=New York 伦敦=London 巴黎=Paris 东京=Tokyo 旧金山=San Francisco 华盛顿=Washington 洛杉矶=Los Angeles 波士顿=Boston 加州=California 加利福尼亚=California 德州=Texas 柏林=Berlin 莫斯科=Moscow 大西洋=Atlantic 太平洋=Pacific 月球=Moon 火星=Mars 土星=Saturn 木星=Jupiter 金星=Venus 水星=Mercury 地球=Earth 太阳=Sun 南极=Antarctica/Antarctic 北极=Arctic 苹果=Apple 谷歌=Google 微软=Microsoft 英伟达=NVIDIA 特斯拉=Tesla 亚马逊=Amazon 脸书=Facebook 英特尔=Intel 高通=Qualcomm 三星=Samsung 索尼=Sony 丰田=Toyota 华为=Huawei 腾讯=Tencent 阿里巴巴=Alibaba 阿里=Alibaba 百度=Baidu 字节跳动=ByteDance 字节=ByteDance 小米=Xiaomi 京东=JD/JD.com 美团=Meituan 拼多多=Pinduoduo/PDD 网易=NetEase 台积电=TSMC 商汤=SenseTime 科大讯飞=iFlytek 智谱=Zhipu 月之暗面=Moonshot 通义千问=Qwen 通义=Tongyi 文心一言=Ernie/ERNIE 豆包=Doubao 深度求索=DeepSeek 抖音=Douyin/TikTok 微信=WeChat 微博=Weibo 知乎=Zhihu 推特=Twitter 维基百科=Wikipedia 清华=Tsinghua 清华大学=Tsinghua/Tsinghua University 北大=Peking University/PKU 北京大学=Peking University/PKU 复旦=Fudan 浙江大学=Zhejiang University 上海交大=SJTU 斯坦福=Stanford 哈佛=Harvard 麻省理工=MIT 剑桥=Cambridge 牛津=Oxford 普林斯顿=Princeton 耶鲁=Yale 伯克利=Berkeley 中科院=CAS/Chinese Academy 自然=Nature 科学=Science 美国国家航空航天局=NASA 美国航天局=NASA 美国宇航局=NASA 欧洲航天局=ESA 欧空局=ESA 国际货币基金组织=IMF/International Monetary Fund 世界银行=World Bank 美联储=Fed/Federal Reserve 港科大=HKUST 香港科技大学=HKUST 中国科大=USTC 中科大=USTC 中国科学技术大学=USTC 人工智能=AI 发光二极管=LED/LEDs 首席执行官=CEO 国内生产总值=GDP 虚拟现实=VR 增强现实=AR 大语言模型=LLM/LLMs 显卡=GPU/GPUs 处理器=CPU/CPUs 脱氧核糖核酸=DNA 马斯克=Musk/Elon Musk 奥特曼=Altman/Sam Altman 阿尔特曼=Altman 黄仁勋=Jensen Huang/Huang 扎克伯格=Zuckerberg 库克=Cook/Tim Cook 乔布斯=Jobs/Steve Jobs 盖茨=Gates 纳德拉=Nadella 皮查伊=Pichai 辛顿=Hinton 杨立昆=LeCun/Yann LeCun 李飞飞=Fei-Fei Li 吴恩达=Andrew Ng 特朗普=Trump 川普=Trump 拜登=Biden 普京=Putin 爱因斯坦=Einstein 牛顿=Newton 达尔文=Darwin 图灵=Turing 诺贝尔=Nobel 嫦娥=Chang'e 鹊桥=Queqiao 天问=Tianwen 天宫=Tiangong 神舟=Shenzhou 北斗=BeiDou/Beidou 旅行者=Voyager 詹姆斯·韦布=James Webb/Webb 哈勃=Hubble 机智=Ingenuity 毅力=Perseverance 好奇=Curiosity 海洋奇迹=Wonder of the Seas 海洋标志=Icon of the Seas";

export type NamePairs = ReadonlyMap<string, readonly string[]>;

const LEARNED = [
  /(?<zh>[\p{Script=Han}·]{2,8})[""”」』》]?\s?\((?:英文名?|英语)?:?\s?(?<en>[A-Z][\w.'’-]*(?: [A-Z&][\w.'’-]*){0,4})[,;)]/gu,
  /(?<en>[A-Z][\w.'’-]*(?: [A-Z&][\w.'’-]*){0,4})\s?\((?<zh>[\p{Script=Han}·]{2,8})[,;)]/gu,
];

const BUILT_IN_PAIRS = [...BUILT_IN.matchAll(/([^\s=]+)=((?:[^=](?!\S*=))+)/g)].map(
  ([, zh = "", en = ""]) => [zh, en.trim().split("/")] as const,
);
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set(BUILT_IN_PAIRS.map(([zh]) => zh));

/** The built-in pairs and those that the texts (NFKC) spell out, such as 英伟达(NVIDIA), by Chinese name. */
export function namePairs(texts: readonly string[]): NamePairs {
  const pairs = new Map<string, string[]>();
  const add = (zh: string, en: string) => {
    const known = pairs.get(zh) ?? [];
    if (!known.includes(en)) pairs.set(zh, [...known, en]);
  };
  for (const [zh, names] of BUILT_IN_PAIRS) for (const en of names) add(zh, en);
  for (const text of texts)
    for (const pattern of LEARNED)
      for (const { groups } of text.matchAll(pattern)) learn(groups?.zh ?? "", groups?.en ?? "", add);
  return pairs;
}

/** Nothing tells where 由英伟达 begins its name, so every ending of the run is taken. */
function learn(run: string, en: string, add: (zh: string, en: string) => void): void {
  for (let from = 0; run.length - from >= 2; from++) add(run.slice(from), en);
}
