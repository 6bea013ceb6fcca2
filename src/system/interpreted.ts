/** The switch `jitless` of zod, which holds for the whole process. */
type Switch = {
  readonly config: (change?: { jitless?: boolean | undefined }) => {
    readonly jitless?: boolean | undefined;
  };
};

/**
 * Has zod interpret the schemas that are built from here on, because code may not be generated
 * everywhere.
 * @returns a function that puts the switch back, so that importing us changes nothing for others
 */
export function interpretSchemas({ config }: Switch): () => void {
  const { jitless } = config();
  config({ jitless: true });
  return () => {
    config({ jitless });
  };
}
