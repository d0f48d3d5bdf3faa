import { conflict } from "../failure.ts";
import { arrayParam, integerParam, isSet, stringParam } from "../fields.ts";
import type { Params } from "../params.ts";
import type { UpdateKind } from "../updates.ts";
import type { World } from "../world.ts";
import type { Method, Methods } from "./method.ts";

const getUpdates: Method<"getUpdates"> = ({ world, params, gone }) => {
  if (world.webhook.isSet) throw conflict(WEBHOOK_IS_ACTIVE);
  world.updates.allow(allowedUpdates(params));
  world.updates.confirm(integerParam(params, "offset") ?? 0);
  const limit = clamp(integerParam(params, "limit") ?? world.limits.updates, 1, world.limits.updates);
  const seconds = clamp(integerParam(params, "timeout") ?? 0, 0, world.limits.pollSeconds);
  return world.polling.wait({ limit, timeoutMs: seconds * 1000, gone });
};

const WEBHOOK_IS_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

const setWebhook: Method<"setWebhook"> = ({ world, params }) => {
  const url = stringParam(params, "url") ?? "";
  if (url === "") return removeWebhook(world, params);
  world.webhook.set(url, stringParam(params, "secret_token") || null, world.limits);
  world.updates.allow(allowedUpdates(params));
  if (isSet(params, "drop_pending_updates")) world.updates.clear();
  world.polling.end("webhook");
  return true;
};

function removeWebhook(world: World, params: Params): true {
  world.webhook.remove();
  if (isSet(params, "drop_pending_updates")) world.updates.clear();
  return true;
}

const getWebhookInfo: Method<"getWebhookInfo"> = ({ world }) => {
  const allowed = world.updates.allowed as UpdateKind[];
  return { ...world.webhook.info(), ...(allowed.length === 0 ? {} : { allowed_updates: [...allowed] }) };
};

function allowedUpdates(params: Params): readonly string[] | undefined {
  return arrayParam(params, "allowed_updates")?.map(String);
}

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** Source: core.telegram.org/bots/api#getting-updates */
export const updateMethods: Methods<"getUpdates" | "setWebhook" | "deleteWebhook" | "getWebhookInfo"> = {
  getUpdates,
  setWebhook,
  deleteWebhook: ({ world, params }) => removeWebhook(world, params),
  getWebhookInfo,
};
