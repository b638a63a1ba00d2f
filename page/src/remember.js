// Keeps what is costly to make.

/** A function that calls `make(key)` once for each key, and returns what it made. */
export function remembered(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}
