/** The switch of zod that is of interest here. It is one for the whole program. */
type Switch = {
  readonly config: (change?: { jitless?: boolean | undefined }) => {
    readonly jitless?: boolean | undefined;
  };
};

/**
 * Has zod interpret the schemas that are built from here on: code may not be generated everywhere.
 * The function that is
 * returned puts the switch back, so that importing us changes nothing for others who use zod.
 */
export function interpretSchemas({ config }: Switch): () => void {
  const { jitless } = config();
  config({ jitless: true });
  return () => {
    config({ jitless });
  };
}
