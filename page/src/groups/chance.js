// Numbers drawn by chance that are the same on every machine, and in scripts/groups/chance.py.

export const ROUNDS = 1000; // how often a group is drawn anew, and how often paintings are shuffled

const GOLDEN = 0x9e3779b9; // 2^32 by the golden ratio

function mixed(value) {
  let z = value ^ (value >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/**
 * A function that returns the next number of a stream as a whole one from 0 to below a `bound`:
 * SplitMix (Steele, Lea and Flood 2014) in 32 bits, with the mixer of Wellons's hash prospector.
 */
export function drawer(stream) {
  let state = mixed(stream);
  return (bound) => {
    state = (state + GOLDEN) | 0;
    return Math.floor((mixed(state) * bound) / 4294967296);
  };
}

/**
 * A function that shuffles `taken` of `size` places, drawn without replacement (Fisher and Yates), and
 * returns all places, those first: the same array at each call.
 */
export function shuffler(stream, size, taken) {
  const draw = drawer(stream);
  const sorted = Uint32Array.from({ length: size }, (_, place) => place);
  const order = new Uint32Array(size);
  return () => {
    order.set(sorted);
    for (let place = 0; place < taken; place += 1) {
      const other = place + draw(size - place);
      const kept = order[other];
      order[other] = order[place];
      order[place] = kept;
    }
    return order;
  };
}
