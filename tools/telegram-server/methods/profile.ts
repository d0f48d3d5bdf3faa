import type { Methods } from "./method.ts";

/** Source: core.telegram.org/bots/api#setmycommands and the sections after it. */
export const profileMethods: Methods<
  "getMe" | "setMyCommands" | "getMyCommands" | "deleteMyCommands" | "setMyDescription" | "setMyShortDescription"
> = {
  getMe: ({ world }) => world.me,
  setMyCommands: ({ world, params }) => {
    world.profile.setCommands(params, world.limits);
    return true;
  },
  getMyCommands: ({ world, params }) => world.profile.commands(params),
  deleteMyCommands: ({ world, params }) => {
    world.profile.deleteCommands(params);
    return true;
  },
  setMyDescription: ({ world, params }) => {
    world.profile.describe(params, "description", world.limits.descriptionUnits);
    return true;
  },
  setMyShortDescription: ({ world, params }) => {
    world.profile.describe(params, "short_description", world.limits.shortDescriptionUnits);
    return true;
  },
};
