import { type Rule, refused } from "./rule.ts";

const hook = (when: string, params: object, answer: Rule["answer"]): Rule => ({
  source: "#setwebhook",
  when,
  method: "setWebhook",
  params,
  answer,
});

/** How the bot gets its updates. */
export const UPDATE_RULES: readonly Rule[] = [
  { source: "#getme", when: "always", method: "getMe", params: {}, answer: "ok" },
  { source: "#getupdates", when: "without a web-hook", method: "getUpdates", params: { timeout: 0 }, answer: "ok" },
  { source: "#deletewebhook", when: "without a web-hook", method: "deleteWebhook", params: {}, answer: "ok" },
  { source: "#getwebhookinfo", when: "without a web-hook", method: "getWebhookInfo", params: {}, answer: "ok" },
  hook("an https address with a secret", { url: "https://example.org/hook", secret_token: "s3cret_-" }, "ok"),
  hook(
    "an http address",
    { url: "http://example.org/hook" },
    refused("bad webhook: An HTTPS URL must be provided for webhook"),
  ),
  hook("a port of those four", { url: "https://example.org:8443/hook" }, "ok"),
  hook(
    "another port",
    { url: "https://example.org:3000/hook" },
    refused("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
  ),
  hook("no address", { url: "hook" }, refused("invalid webhook URL specified")),
  hook(
    "a secret with a blank",
    { url: "https://example.org", secret_token: "a b" },
    refused("secret token contains unallowed characters"),
  ),
  hook(
    "a secret of 257",
    { url: "https://example.org", secret_token: "a".repeat(257) },
    refused("secret token is too long"),
  ),
];
