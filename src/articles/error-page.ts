/** Longer texts are articles, whatever they are about. */
const LONGEST_ERROR_TEXT_CHARS = 400;

/** What servers and verification pages say instead of an article. */
const ERROR_PHRASES: readonly RegExp[] = [
  /当前环境异常|环境异常.{0,20}验证|完成验证后即可继续访问|请在微信客户端打开|访问过于频繁|请完成(?:安全)?验证|滑动.{0,6}验证/,
  /该内容已被(?:发布者)?删除|此内容(?:因违规|被投诉|发送失败)无法查看|该公众号已(?:被)?(?:迁移|注销|屏蔽)|(?:页面|文章|内容)(?:不存在|已(?:被)?删除|找不到)|链接已过期/,
  /verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies|unusual traffic|complete the (?:security check|captcha)|are you a robot/i,
  /access denied|(?:403|401) (?:forbidden|unauthorized)|404[ :–-]*(?:page )?not found|page (?:not found|does(?:n.t| not) exist)|(?:502|504) bad gateway|(?:500|503) (?:internal server error|service (?:temporarily )?unavailable)/i,
];

/** A page shown instead of an article: a verification, a removal notice, a server error. Only short texts can be one. */
export function isErrorPage(title: string, text: string): boolean {
  if (text.length > LONGEST_ERROR_TEXT_CHARS) return false;
  return ERROR_PHRASES.some((phrase) => phrase.test(`${title}\n${text}`));
}
