// All that can change on the page, in one place.

/** A store: `get()` the state, `set(patch)` some of it, and `subscribe` to be told of changes. */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const listeners = [];
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = Object.freeze({ ...state, ...patch });
      if (Object.keys(state).every((key) => state[key] === before[key])) return;
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
