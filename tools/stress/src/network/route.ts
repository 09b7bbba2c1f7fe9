/** The connections between the services and one peer of theirs. */
export interface Route {
  /** As the report calls it. */
  readonly name: string;
  /** Ends the connections that stand and refuses new ones. */
  cut(): Promise<void>;
  /** Delays what passes, in both directions. */
  slow(by: { readonly latencyMs: number }): Promise<void>;
  /** As if nothing had been. */
  restore(): Promise<void>;
}

/** Several routes that share a fate. */
export function together(name: string, routes: readonly Route[]): Route {
  const all = async (act: (route: Route) => Promise<void>): Promise<void> => {
    await Promise.all(routes.map(act));
  };
  return {
    name,
    cut: () => all((route) => route.cut()),
    slow: (by) => all((route) => route.slow(by)),
    restore: () => all((route) => route.restore()),
  };
}
