interface Counts {
  started: number;
  completed: number;
  aborted: number;
}

/** One running call. The first outcome wins; `settle` is called once its handler has returned or thrown. */
export interface Call {
  /** `completed`: answered, whatever the status. `aborted`: the client went away. `cut`: we broke the connection. */
  end(outcome: 'completed' | 'aborted' | 'cut'): void;
  settle(): void;
}

/** For calls that are not counted: probes and the switches themselves. */
export const UNCOUNTED: Call = { end: () => undefined, settle: () => undefined };

/** Counts executions, so that tests can prove what reached a microservice and what was cancelled there. */
export class Stats {
  private readonly requests: Record<string, Counts> = {};
  private inFlight = 0;

  start(path: string): Call {
    const counts = (this.requests[path] ??= { started: 0, completed: 0, aborted: 0 });
    let ended = false;
    counts.started += 1;
    this.inFlight += 1;
    return {
      end: (outcome) => {
        if (!ended && outcome !== 'cut') counts[outcome] += 1;
        ended = true;
      },
      settle: () => {
        this.inFlight -= 1;
      },
    };
  }

  snapshot(): object {
    return { requests: this.requests, in_flight: this.inFlight };
  }
}
