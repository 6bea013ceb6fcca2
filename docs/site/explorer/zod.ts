import {
  array,
  boolean,
  config,
  enum as enumOf,
  int,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
} from 'zod';

/**
 * As much of zod as descriptions use. The build puts it in zod's place: the whole of it, with its
 * messages in every language, weighs as much as all else on the page.
 */
export const z = {
  array,
  boolean,
  config,
  enum: enumOf,
  int,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
};
