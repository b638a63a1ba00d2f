// The pixels of the cloud: where each lies as painted and enhanced, and to which cluster it belongs.

const BYTES = 7; // a pixel: red, green and blue as painted, the same enhanced, the cluster

/**
 * Unpack what scripts/studies/cloud.py packed.
 * @param {string} text base64
 */
export function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const count = bytes.length / BYTES;
  const [painted, enhanced] = [new Float32Array(3 * count), new Float32Array(3 * count)];
  const cluster = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const row = bytes.subarray(BYTES * i, BYTES * (i + 1));
    painted.set(row.subarray(0, 3), 3 * i);
    enhanced.set(row.subarray(3, 6), 3 * i);
    cluster[i] = row[6];
  }
  return { count, painted, enhanced, cluster };
}

/** The part `t`, 0 to 1, of the way from each of `from` to its fellow in `to`, in `into`. */
export function between(from, to, t, into) {
  for (let i = 0; i < into.length; i += 1) into[i] = from[i] + t * (to[i] - from[i]);
  return into;
}
