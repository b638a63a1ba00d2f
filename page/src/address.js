// The state as the address's hash: #k=5&image=some-id

/** Read a hash; what is missing, malformed or unknown to the data becomes the data's default. */
export function parseAddress(hash, data) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const k = data.ks.find((known) => String(known) === fields.get("k"));
  return { k: k ?? data.k, image: data.indexOf(fields.get("image")) };
}

/** Write the state as a hash that `parseAddress` reads back. */
export function formatAddress({ k, image }, data) {
  const fields = new URLSearchParams({ k });
  if (image !== null) fields.set("image", data.id(image));
  return `#${fields}`;
}
